import pytest
from killed import killed
from office import ONE, Office

from ens_reports import retention
from ens_reports.store import running
from ens_reports.store.built import Editions


def kinds(office: Office) -> list[str]:
    return [one.kind for one in retention.leftovers(office.place, office.store)]


def test_a_workspace_in_order_has_none(office: Office) -> None:
    office.put("a.csv", ONE)
    (outcome,) = office.take()
    office.issue("e1", "UGA", outcome.submission, 2)
    assert kinds(office) == []


def test_what_a_run_left_that_was_killed_is_found_but_not_what_a_live_one_works_on(office: Office) -> None:
    draft = office.place.editions / "cta" / ".e1.0a_b1c2d"
    unknown = office.place.editions / "cta" / "e2"
    views = office.place.root / ".ens-views-x"
    for folder in (draft, unknown, views, office.place.feedback / "KEN" / ".KEN-1.old.x1y2z3w4"):
        folder.mkdir(parents=True)
    with running.running(office.store.folder):
        assert kinds(office) == []
        assert retention.sweep(office.place, office.store) == ()
    assert kinds(office) == ["draft", "draft", "working folder", "edition"]
    retention.sweep(office.place, office.store)
    assert not any(folder.exists() for folder in (draft, unknown, views))


def test_a_hidden_file_of_somebody_else_is_none(office: Office) -> None:
    """Such as file managers and editors leave."""
    for name in (".DS_Store", ".ipynb_checkpoints", ".notes.txt"):
        (office.place.editions / "cta" / name).mkdir(parents=True)
    assert kinds(office) == []


@pytest.mark.parametrize(("asked", "made"), [((running, "is_any"), ".e2.0a_b1c2d"), ((Editions, "find"), "e2")])
def test_what_a_run_makes_meanwhile_is_none(office: Office, monkeypatch: pytest.MonkeyPatch, asked: tuple[object, str], made: str) -> None:
    """It began after it was seen that there is none, or entered its edition after it was seen which there are."""
    ask = getattr(*asked)

    def then_make(*given: object, **named: object) -> object:
        found = ask(*given, **named)
        (office.place.editions / "cta" / made).mkdir(parents=True)
        return found

    monkeypatch.setattr(*asked, then_make)
    assert kinds(office) == []


def test_the_working_folder_of_a_killed_run_is_found(office: Office) -> None:
    folder = killed(office.store.folder)
    assert kinds(office) == ["working folder"]
    retention.sweep(office.place, office.store)
    assert not folder.exists()


def test_a_leftover_says_what_it_is_and_what_to_do(office: Office) -> None:
    path = office.put("a.csv", ONE)
    (outcome,) = office.take()
    office.withdraw(outcome.submission)
    path.write_text(office.put("b.csv", ONE).read_text())
    path.with_name("b.csv").unlink()
    assert [str(one) for one in retention.leftovers(office.place, office.store)] == [
        "file as it came KEN/a.csv must be gone, for it holds records that were deleted: run `ens expire`"
    ]
