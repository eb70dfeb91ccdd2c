import shutil
from pathlib import Path

import pytest

from ens_reports import params
from ens_reports.errors import RequestError

ROOT = Path(__file__).parents[3]
PRODUCT = "name: a-b\nlevel: strategic\nnotebook: reports/a.ipynb\ntitle: A\n"


@pytest.fixture
def project_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "params"
    (folder / "products").mkdir(parents=True)
    for name in ("project.yaml", "parties.yaml", "release_policy.yaml", "pseudonyms.key"):
        shutil.copy(ROOT / "params" / name, folder / name)
    (folder / "products" / "a-b.yaml").write_text(PRODUCT, encoding="utf-8")
    return tmp_path


def test_the_projects_own_settings_load() -> None:
    project = params.load(ROOT)
    assert project.marking("restricted") == "INTERPOL RESTRICTED"
    assert (project.policy.disclosure.threshold, project.policy.disclosure.min_owners) == (5, 3)


def test_the_folders_place_does_not_move_the_digest(project_dir: Path, tmp_path: Path) -> None:
    other = tmp_path / "é x"
    shutil.copytree(project_dir / "params", other / "params")
    assert params.load(other).digest == params.load(project_dir).digest


def test_a_changed_threshold_moves_the_digest(project_dir: Path) -> None:
    before = params.load(project_dir).digest
    path = project_dir / "params" / "release_policy.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("threshold: 5", "threshold: 6"), encoding="utf-8")
    assert params.load(project_dir).digest != before


def test_an_unknown_party_gets_a_suggestion(project_dir: Path) -> None:
    project = params.load(project_dir)
    with pytest.raises(RequestError) as caught:
        project.party("KNE")
    assert caught.value.message == "party must be in params/parties.yaml, got 'KNE'"
    assert caught.value.hint == "did you mean 'KEN'?"
    assert (project.has_party("KEN"), project.has_party("KNE")) == (True, False)


def test_an_unknown_product_gets_a_suggestion(project_dir: Path) -> None:
    project = params.load(project_dir)
    assert project.product("a-b").title == "A"
    with pytest.raises(RequestError) as caught:
        project.product("a-c")
    assert (caught.value.message, caught.value.hint) == ("product must be in params/products, got 'a-c'", "did you mean 'a-b'?")


def test_a_products_name_is_its_files(project_dir: Path) -> None:
    path = project_dir / "params" / "products" / "c.yaml"
    path.write_text(PRODUCT, encoding="utf-8")
    with pytest.raises(RequestError) as caught:
        params.load(project_dir)
    assert caught.value.message == f"{path}: name must be the file's name, got 'a-b'"


def test_a_listed_recipient_must_be_a_party(project_dir: Path) -> None:
    path = project_dir / "params" / "products" / "a-b.yaml"
    path.write_text(PRODUCT + "recipients: {rule: listed, listed: [KEM]}\n", encoding="utf-8")
    with pytest.raises(RequestError) as caught:
        params.load(project_dir)
    assert caught.value.message == "party must be in params/parties.yaml, got 'KEM'"


def test_an_owner_with_standing_limits_must_be_a_party_and_so_must_whom_it_names(project_dir: Path) -> None:
    path = project_dir / "params" / "release_policy.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("owners: {}", "owners: {KEN: {barred_recipients: [UGB]}}"), encoding="utf-8")
    with pytest.raises(RequestError) as caught:
        params.load(project_dir)
    assert caught.value.message == "party must be in params/parties.yaml, got 'UGB'"


def test_the_policy_knows_the_parties_and_their_digest_counts_them_once(project_dir: Path) -> None:
    project = params.load(project_dir)
    assert project.policy.parties == frozenset(party.code for party in project.parties)
    assert "parties" not in project.policy.model_dump(mode="json")


def test_a_project_is_found_from_a_folder_below(project_dir: Path) -> None:
    below = project_dir / "reports" / "strategic"
    below.mkdir(parents=True)
    assert params.find_project(below) == project_dir.resolve()


def test_no_project_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RequestError) as caught:
        params.find_project(tmp_path)
    assert caught.value.message == f"{tmp_path} must lie in a project, got no params/project.yaml there or above"


def test_the_key_of_pseudonyms_is_told_by_nothing(project_dir: Path) -> None:
    project = params.load(project_dir)
    path = project_dir / "params" / "pseudonyms.key"
    path.write_text("ab" * 32)

    assert params.load(project_dir).pseudonym_key == bytes.fromhex("ab" * 32)
    assert project.digest == params.load(project_dir).digest
    assert project.pseudonym_key.hex() not in f"{project!r}{project.model_dump()}"
