from pathlib import Path

from ens_reports.params import Workspace


def test_folders_lie_where_the_interface_says(tmp_path: Path) -> None:
    place = Workspace(tmp_path)
    found = [place.inbox, place.feedback, place.store, place.editions, place.releases, place.portal]
    assert [path.name for path in found] == ["inbox", "feedback", "store", "editions", "releases", "portal"]
    assert {path.parent for path in found} == {tmp_path}


def test_preparing_makes_what_people_look_into_and_can_be_repeated(tmp_path: Path) -> None:
    place = Workspace(tmp_path / "w")
    place.prepare()
    place.prepare()
    assert sorted(path.name for path in place.root.iterdir()) == ["editions", "feedback", "inbox", "store"]
