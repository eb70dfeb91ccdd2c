"""The project folder: everything that decides how files are read and products are built."""

from functools import cached_property
from pathlib import Path

from pydantic import Field

from ens_reports import digest
from ens_reports.errors import RequestError
from ens_reports.params.parties import PartiesFile, Party
from ens_reports.params.products import Product
from ens_reports.params.pseudonyms import FILE as KEY
from ens_reports.params.pseudonyms import read_key
from ens_reports.params.release_policy import Confidentiality, ReleasePolicy
from ens_reports.params.strict import Setting, read, suggestion

MARKER = Path("params") / "project.yaml"


class ProjectFile(Setting):
    """`params/project.yaml`.

    Attributes:
        organisation: As it stands before each marking.
        unit: Who prepares the products; never a person.
        contact_post: Where readers answer to.
        markings: Printed words for each confidentiality, in the official languages alike.
        correction_days: Days that a sender has to correct a file, counted from the day of its arrival.
    """

    organisation: str = Field(min_length=1)
    unit: str
    contact_post: str
    markings: dict[Confidentiality, str]
    correction_days: int = Field(default=30, ge=1)


class Project(Setting):
    """The settings of a project, read once.

    Attributes:
        root: The folder that holds `params/`, `reports/` and the code.
        file: `params/project.yaml`.
        parties: All parties, by code.
        policy: `params/release_policy.yaml`.
        products: All products, by name.
        pseudonym_key: `params/pseudonyms.key`, which no digest and no file tells.
    """

    root: Path
    file: ProjectFile
    parties: tuple[Party, ...] = Field(repr=False)
    policy: ReleasePolicy = Field(repr=False)
    products: tuple[Product, ...] = Field(repr=False)
    pseudonym_key: bytes = Field(repr=False, exclude=True)

    @property
    def organisation(self) -> str:
        """As it stands before each marking."""
        return self.file.organisation

    @property
    def unit(self) -> str:
        """Who prepares the products."""
        return self.file.unit

    @property
    def contact_post(self) -> str:
        """Where readers answer to."""
        return self.file.contact_post

    @property
    def digest(self) -> str:
        """SHA-256 of all settings, wherever the folder lies."""
        return digest.of_value(self.model_dump(mode="json", exclude={"root"}))

    @property
    def mappings(self) -> Path:
        """Folder of parties' own formats."""
        return self.root / "params" / "mappings"

    def marking(self, confidentiality: Confidentiality) -> str:
        """The printed marking, with the organisation's name before it."""
        return f"{self.organisation} {self.file.markings[confidentiality]}"

    def party(self, code: str) -> Party:
        """The party of a code.

        Raises:
            RequestError: There is none.
        """
        found = self._parties.get(code)
        if found is None:
            raise RequestError(f"party must be in params/parties.yaml, got {code!r}", hint=suggestion(code, list(self._parties)))
        return found

    def has_party(self, code: str) -> bool:
        """Whether a party has this code."""
        return code in self._parties

    def product(self, name: str) -> Product:
        """The product of a name.

        Raises:
            RequestError: There is none.
        """
        found = {product.name: product for product in self.products}
        if name not in found:
            raise RequestError(f"product must be in params/products, got {name!r}", hint=suggestion(name, list(found)))
        return found[name]

    @cached_property
    def _parties(self) -> dict[str, Party]:
        return {party.code: party for party in self.parties}


def load(project_dir: Path) -> Project:
    """Read all settings of a project.

    Args:
        project_dir: The folder that holds `params/`.

    Raises:
        RequestError: A file is missing, a key unknown, missing or ill-typed, or a party named that there is not.
    """
    params = project_dir / "params"
    parties = read(params / "parties.yaml", PartiesFile).parties()
    policy = read(params / "release_policy.yaml", ReleasePolicy)
    project = Project(
        root=project_dir,
        file=read(params / "project.yaml", ProjectFile),
        parties=parties,
        policy=policy.model_copy(update={"parties": frozenset(party.code for party in parties)}),
        products=tuple(_product(path) for path in sorted((params / "products").glob("*.yaml"))),
        pseudonym_key=read_key(project_dir / KEY),
    )
    _check_parties_named(project)
    return project


def find_project(start: Path) -> Path:
    """The nearest folder upward that holds `params/project.yaml`.

    Args:
        start: Where to begin.

    Raises:
        RequestError: There is none.
    """
    place = start.resolve()
    found = next((folder for folder in (place, *place.parents) if (folder / MARKER).is_file()), None)
    if found is None:
        raise RequestError(f"{start} must lie in a project, got no {MARKER} there or above", hint="change folder, or give --project DIR")
    return found


def _product(path: Path) -> Product:
    product = read(path, Product)
    if product.name != path.stem:
        raise RequestError(f"{path}: name must be the file's name, got {product.name!r}", hint=f"write name: {path.stem}")
    return product


def _check_parties_named(project: Project) -> None:
    for product in project.products:
        for code in product.recipients.listed:
            project.party(code)
    for owner, rule in project.policy.owners.items():
        for code in (owner, *rule.barred_recipients, *(rule.allowed_recipients or ())):
            project.party(code)
