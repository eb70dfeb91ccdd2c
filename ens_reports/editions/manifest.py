"""What proves an edition: its inputs, its tools, its outputs. One form stays inside, the releasable form goes into the PDF."""

import json
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ens_reports import digest
from ens_reports.errors import DamageError

FILE = "manifest.json"
"""Its name in an edition's folder, and of the attachment in the PDF."""
ParameterValue = bool | int | float | str


class Value(BaseModel):
    """Base of all values here: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SubmissionUsed(Value):
    """A submission that an edition rests on, with how many of its rows the view holds."""

    submission: str
    owner: str
    sha256: str
    rows: int


class Headline(Value):
    """A number that the next edition compares itself with."""

    measure: str
    value: float


class Previous(Value):
    """The edition before this one, as far as this one's bytes depend on it."""

    edition: str
    reference: str
    number: int
    headlines: tuple[Headline, ...] = ()


class Inputs(Value):
    """Everything that an edition's bytes depend on, each by its SHA-256.

    Attributes:
        submissions: In order of their identifiers.
        view: What the recipient may see, without reference and predecessor.
        notebook: The notebook as analysts keep it.
        code: The parts of this package that the notebook and the renderer run.
        lock: `requirements.lock`.
        policy: The release policy.
        disclosure_plan: The disclosure rules that held for the batch.
        judgements: The judgements file of the edition.
        settings: What the project says on the cover - organisation, unit, recipient's name - and what its product speaks of.
        previous: The edition before this one; none for the first.
    """

    submissions: tuple[SubmissionUsed, ...]
    view: str
    notebook: str
    code: str
    lock: str
    policy: str
    disclosure_plan: str
    judgements: str
    settings: str
    previous: Previous | None = None


class Years(Value):
    """The years that an edition speaks about, both included, and where its time charts begin."""

    first_year: int
    last_year: int
    history_from: int


class Toolchain(Value):
    """What the same bytes are promised for, beside the lock."""

    python: str
    system: str
    machine: str
    renderer: str


class Output(Value):
    """A file of an edition."""

    path: str
    sha256: str
    bytes: int


class Acts(Value):
    """How far the log of acts had come when an edition was planned: number of entries, and the digest of the last."""

    entries: int = 0
    head: str = ""


class Manifest(Value):
    """The internal manifest of an edition.

    Attributes:
        key: Digest of everything that makes it, but the edition before it: equal keys need no second build.
        as_of: Ledger position of the snapshot.
        marking_asked: What was asked for at least; blank where the records alone decided.
        period_moved: Whether the years are not the last full ones, for want of records.
        withheld: Records that the recipient may not see, by rule; never leaves the unit.
        outputs: The other files of the folder, in order of their names.
        headlines: For the edition after this one.
        audit: Where the log of acts stood; like who did what and when, no part of the bytes that are promised to be the same.
    """

    schema_version: Literal["ens-edition/1"] = "ens-edition/1"
    edition: str
    key: str
    reference: str
    number: int
    product: str
    level: Literal["strategic", "operational", "tactical"]
    recipient: str
    language: str
    period: Years
    period_moved: bool
    marking: str
    marking_asked: Literal["official", "restricted", "confidential", ""] = ""
    parameters: dict[str, ParameterValue]
    as_of: int
    cut_off: str
    inputs: Inputs
    toolchain: Toolchain
    withheld: dict[str, int]
    outputs: tuple[Output, ...] = ()
    pages: int = 0
    headlines: tuple[Headline, ...] = ()
    audit: Acts = Acts()

    def text(self) -> str:
        """As it stands in the file: sorted keys, one line feed at the end."""
        values = self.model_dump(mode="json")
        return json.dumps({"schema": values.pop("schema_version"), **values}, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def read(folder: Path) -> Manifest:
    """Read the manifest of an edition's folder.

    Raises:
        DamageError: It is missing, or not what we write.
    """
    try:
        values = json.loads((folder / FILE).read_bytes())
        return Manifest.model_validate({"schema_version": values.pop("schema"), **values})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        hint = "build it again: `ens reports --force`"
        raise DamageError(f"edition {folder.name} must have a whole {FILE}, got none that reads as one", hint=hint) from None


def releasable(manifest: Manifest) -> bytes:
    """The form that travels in the PDF: the recipient's own submissions only; nothing withheld, no ledger position, no outputs.

    Args:
        manifest: The internal form; outputs need not be there yet.

    Returns:
        JSON, the same for the same edition.
    """
    inputs = manifest.inputs
    own = [used.model_dump(include={"submission", "sha256", "rows"}) for used in inputs.submissions if used.owner == manifest.recipient]
    told = ("edition", "reference", "number", "product", "level", "recipient", "language", "marking", "cut_off", "key")
    values = {
        "schema": "ens-edition-releasable/1",
        **manifest.model_dump(mode="json", include={*told, "period", "parameters", "toolchain"}),
        "inputs": {
            "own_submissions": own,
            **inputs.model_dump(include={"notebook", "code", "lock", "policy", "disclosure_plan"}),
        },
    }
    return (json.dumps(values, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()


def output(folder: Path, name: str) -> Output:
    """Describe one file of an edition."""
    path = folder / name
    return Output(path=name, sha256=digest.of_file(path), bytes=path.stat().st_size)
