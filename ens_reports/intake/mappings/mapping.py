"""A party's own format, as one YAML in `params/mappings/`: what it recognises, and the rule for each field of the contract."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator, model_validator

from ens_reports.errors import RequestError
from ens_reports.intake.sheets.headers import spellings
from ens_reports.intake.values.fold import fold, fold_header
from ens_reports.intake.values.phrases import Observer, Reason
from ens_reports.params.strict import Setting, read, suggestion

FormatNote = Literal["records_not_police", "polluter_not_recorded", "amount_is_fine"]
SpecialCheck = Literal["times_mixed", "codes_lost_zeros", "positions_zero", "value_misplaced"]
HeaderCheck = Literal["header_approximate", "header_two_meanings", "header_second", "area_from_values"]


class Since(Setting):
    """A value that holds from a day on: currencies that replaced one another.

    Attributes:
        since: First day.
        value: What holds from then on.
    """

    since: date
    value: str


class Rule(Setting):
    """Where a field's value comes from, and how it is read. Exactly one of `column`, `constant`, `template`, `year`, `by_date`.

    Attributes:
        column: Header as sent; case, blanks, line breaks and punctuation do not count.
        occurrence: Which of several columns with this header.
        constant: The same for every row.
        template: Several columns in one text: `{MUNICIPIO} ({COD_MUNICIPIO})`.
        by_date: The value that held on the day of the incident.
        year: Column of the year, alone or beside `column`: where the date is missing or unreadable, the year places the row.
        month: Column of the month, with `year`.
        formats: Date formats in order of trial, written as `d.m.Y`.
        epoch: Dates are counted from 1970 in this unit.
        date_order: `day_first` or `month_first`, where the column does not prove how 03/04/2024 is meant.
        decimal: Decimal mark, if the file's is not to be taken.
        unit: Unit of numbers that are sent in another one than the field's: `g` for a field in kilograms.
        currency: Currency of amounts, where they do not name it.
        extract: Regular expression whose first group is the value.
        table: Their value -> ours.
        corrections: The same for what is known to be wrong: told as a warning.
        otherwise: For values that `table` does not have; without it they stay as they came.
        missing: Further values that mean "not recorded".
        amount_unknown: Values that say that there was something, and not how much.
        zero_is_missing: 0 stands for "not recorded".
        several: One field, several values: take the first and say so.
        from_place: Country names are looked for inside descriptions of places.
        digits: Codes of so many digits that lost their leading zeros.
        style: `species`: `genidens_barbus` becomes `Genidens barbus`; `lower`: lower case.
        synonyms: Words of `table` for one code say the same, such as in two languages: several in one column are told.
        when: The rule holds only where this column is filled.
    """

    column: str = ""
    occurrence: int = Field(default=1, ge=1)
    constant: str = ""
    template: str = ""
    by_date: tuple[Since, ...] = ()
    year: str = ""
    month: str = ""
    formats: tuple[str, ...] = ()
    epoch: Literal["", "s", "ms"] = ""
    date_order: Literal["", "day_first", "month_first"] = ""
    decimal: Literal["", ".", ","] = ""
    unit: str = ""
    currency: str = ""
    extract: str = ""
    table: dict[str, str] = Field(default_factory=dict)
    corrections: dict[str, str] = Field(default_factory=dict)
    otherwise: str | None = None
    missing: tuple[str, ...] = ()
    amount_unknown: tuple[str, ...] = ()
    zero_is_missing: bool = False
    several: str = ""
    from_place: bool = False
    digits: int = 0
    style: Literal["", "species", "lower"] = ""
    synonyms: bool = False
    when: str = ""

    @field_validator("table", "corrections", mode="before")
    @classmethod
    def _texts(cls, value: object) -> object:
        """Keys and values as text: YAML reads `1` as a number and `yes` as a truth."""
        return {_plain(key): _plain(item) for key, item in value.items()} if isinstance(value, dict) else value

    @model_validator(mode="after")
    def _one_origin(self) -> "Rule":
        origins = [bool(self.column), bool(self.constant), bool(self.template), bool(self.by_date), bool(self.year and not self.column)]
        if sum(origins) != 1:
            raise ValueError("one of column, constant, template, by_date or year must be given")
        return self

    @property
    def columns(self) -> tuple[str, ...]:
        """Headers that the rule reads, folded."""
        named = [self.column, self.year, self.month, self.when, *_places(self.template)]
        return tuple(fold_header(name) for name in named if name)


class Option(Setting):
    """One of several ways to fill the same fields; the first whose column is filled holds for a row.

    Attributes:
        when: The column.
        fields: Rules for the fields.
    """

    when: str
    fields: dict[str, Rule]


class ColumnCheck(Setting):
    """A column that no field takes but whose dirt the sender should know.

    Attributes:
        column: Header as sent.
        check: What to look for.
        digits: For `codes_lost_zeros`.
        expected: For `value_misplaced`: a regular expression that a filled cell must match.
    """

    column: str
    check: SpecialCheck
    digits: int = 0
    expected: str = ""


class Said(Setting):
    """What fills the places of a note on a format.

    Attributes:
        observer: Who made the records.
    """

    observer: Observer | None = None


class HeaderNote(Setting):
    """What recognition has to say about a header: never written by hand.

    Attributes:
        position: Of the column, from 0.
        check: Identifier of the check.
        values: What fills the places of its wording.
    """

    position: int
    check: HeaderCheck
    values: dict[str, str] = Field(default_factory=dict)


class Recognises(Setting):
    """What a file of this format looks like.

    Attributes:
        headers: All of these are among its headers.
        sheet: Name of the sheet, if it must be a certain one.
    """

    headers: tuple[str, ...] = Field(min_length=1)
    sheet: str = ""


class Mapping(Setting):
    """A party's own format.

    Attributes:
        name: The file's name without `.yaml`.
        party: Code of the sender; `*` for a format that any party may send: the folder or `--party` says who did.
        confirmed: `false` for a draft: it is never chosen by itself, only by `--mapping`, and then with a finding.
        contract: Name of the contract.
        title: What the format is, for people.
        recognises: How a file of it is told.
        aliases: Header as the rules name it -> other headers of the same column, such as in other languages or with a remark. Only in
            mappings with aliases a header in the file may also have a number before it or a remark in brackets behind it.
        header_row: Row number of the header, where it can't be found.
        missing: Values that mean "not recorded" anywhere.
        kept: Values that usually mean "not recorded" but do not here.
        columns: Field of the contract -> rule.
        options: Groups of ways to fill the same fields.
        incident_id: Columns that make up the incident's name; none: its content does.
        identity_ignores: Columns that are no part of the content, such as a running number.
        number_items: Rows of one incident are its items.
        rejoin_after_blank: Cells by which a record, broken in two at a blank line, was moved to the left; 0 for none.
        not_taken: Sensitive column -> why it is not taken.
        ignored: Column without a place in the contract -> why.
        misspelt: Header with a misspelling -> how it is meant; the rules name it as it is sent.
        checks: Columns that are looked at only.
        notes: Checks that hold for the format as a whole, with what fills their places.
        header_notes: What was recognised only nearly; set by the program for files that have no mapping.
    """

    name: str
    party: str
    confirmed: bool = True
    contract: str
    title: str
    recognises: Recognises
    aliases: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    header_row: int | None = None
    missing: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    columns: dict[str, Rule]
    options: tuple[tuple[Option, ...], ...] = ()
    incident_id: tuple[str, ...] = ()
    identity_ignores: tuple[str, ...] = ()
    number_items: bool = False
    rejoin_after_blank: int = 0
    not_taken: dict[str, Reason] = Field(default_factory=dict)
    ignored: dict[str, Reason] = Field(default_factory=dict)
    misspelt: dict[str, str] = Field(default_factory=dict)
    checks: tuple[ColumnCheck, ...] = ()
    notes: dict[FormatNote, Said] = Field(default_factory=dict)
    header_notes: tuple[HeaderNote, ...] = ()

    def recognises_header(self, header: Sequence[str], sheet: str = "") -> bool:
        """Whether a table with this header is of this format.

        Args:
            header: Headers as sent.
            sheet: Name of the sheet.
        """
        wanted = {fold_header(name) for name in self.recognises.headers}
        right_sheet = not self.recognises.sheet or fold(self.recognises.sheet) == fold(sheet)
        return right_sheet and wanted <= {fold_header(self.named(name)) for name in header}

    def named(self, header: str) -> str:
        """A header as the rules name it; itself if it is no alias.

        Args:
            header: As sent.
        """
        if not self.aliases:
            return header
        known = {fold_header(other): name for name, others in self.aliases.items() for other in (name, *others)}
        forms = (header, *spellings(header))
        return next((known[fold_header(form)] for form in forms if fold_header(form) in known), header)

    @property
    def known_headers(self) -> frozenset[str]:
        """Every header that the mapping speaks of, folded."""
        rules = [*self.columns.values(), *(rule for group in self.options for option in group for rule in option.fields.values())]
        named = [*self.recognises.headers, *self.not_taken, *self.ignored, *self.incident_id, *self.identity_ignores]
        named += [check.column for check in self.checks] + [option.when for group in self.options for option in group]
        return frozenset({fold_header(name) for name in named} | {name for rule in rules for name in rule.columns})


def load_mappings(folder: Path) -> tuple[Mapping, ...]:
    """All mappings of a project, by name.

    Args:
        folder: `params/mappings`.

    Raises:
        RequestError: A file is no mapping, or its name is not the file's.
    """
    found = []
    for path in sorted(folder.glob("*.yaml")):
        mapping = read(path, Mapping)
        if mapping.name != path.stem:
            raise RequestError(f"{path}: name must be the file's name, got {mapping.name!r}", hint=f"write name: {path.stem}")
        found.append(mapping)
    return tuple(found)


def choose(mappings: Sequence[Mapping], name: str) -> Mapping:
    """The mapping of a name.

    Raises:
        RequestError: There is none.
    """
    found = {mapping.name: mapping for mapping in mappings}
    if name not in found:
        raise RequestError(f"mapping must be in params/mappings, got {name!r}", hint=suggestion(name, list(found)))
    return found[name]


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _places(template: str) -> list[str]:
    return [part.partition("}")[0].partition(":")[0] for part in template.split("{")[1:]]
