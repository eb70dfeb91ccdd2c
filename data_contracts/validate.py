"""One frame and its contract in; accepted records, rejected rows and findings out."""

from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

import pandas as pd
from pandera.config import ValidationDepth, get_config_context
from pandera.errors import SchemaError, SchemaErrors
from pandera.pandas import DataFrameSchema

from data_contracts.checks import cells, derive, keys, positions
from data_contracts.checks.notes import Notes
from data_contracts.checks.placing import reject
from data_contracts.checks.rules import apply
from data_contracts.checks.ways import WAYS
from data_contracts.crashed import CRASHED, UnsoundError, attempt, guarded
from data_contracts.fields import Field
from data_contracts.findings import Validation
from data_contracts.parts import join_findings
from data_contracts.registry import Contract


def validate(frame: pd.DataFrame, contract: Contract, *, today: date) -> Validation:
    """Validate rows against a contract.

    Args:
        frame: Canonical text (`str`, missing cells blank): columns of the contract, in any order and number; the index holds
            the row numbers of the source, each once.
        contract: What the rows should be.
        today: Day of intake, which no incident can be after.

    Returns:
        Accepted records with all columns of the contract, typed, and those that validation adds, such as `date_from`; rejected
        rows as they came; findings in the catalogue's order. Where a check crashed there is no accepted record.

    Raises:
        ValueError: A column is not of the contract, or a row number occurs twice.
        UnsoundError: pandera is switched off in the environment.
    """
    part = validate_part(frame, contract, today=today)
    return replace(part, findings=join_findings([part]))


def validate_part(frame: pd.DataFrame, contract: Contract, *, today: date) -> Validation:
    """Validate some rows of a table that is too long to be held; `join_findings` makes one account of all its parts.

    Args:
        frame: As for `validate`; all rows of an incident are in one part.
        contract: What the rows should be.
        today: Day of intake, which no incident can be after.

    Returns:
        As `validate`; findings in no order, those of gaps for the rows alone.

    Raises:
        ValueError: A column is not of the contract, or a row number occurs twice.
        UnsoundError: pandera is switched off in the environment.
    """
    check_pandera_runs()
    _check_frame(frame, contract)
    notes = Notes()
    complete = _complete(frame, contract)
    rejected = reject(complete, contract, notes)
    placed = complete[~rejected] if rejected.any() else complete
    accepted = complete.iloc[:0]
    with guarded(notes.add_to_all, "records"):
        accepted = _prove(_records(placed, contract, notes, today=today), contract, notes)
    accepted = accepted.iloc[:0] if notes.crashed else accepted
    return Validation(accepted=accepted, rejected=frame[rejected], findings=tuple(notes.found), asked=notes.asked, crashed=notes.crashed)


def check_pandera_runs() -> None:
    """Refuse to run where `PANDERA_VALIDATION_ENABLED` or `PANDERA_VALIDATION_DEPTH` would let anything pass.

    Raises:
        UnsoundError: pandera does not look at both schema and data.
    """
    config = get_config_context()
    if not config.validation_enabled:
        raise UnsoundError("PANDERA_VALIDATION_ENABLED must not be off, because then every record would pass; unset it")
    if config.validation_depth not in {None, ValidationDepth.SCHEMA_AND_DATA}:
        raise UnsoundError("PANDERA_VALIDATION_DEPTH must be SCHEMA_AND_DATA, because else wrong records would pass; unset it")


def _check_frame(frame: pd.DataFrame, contract: Contract) -> None:
    unknown = [str(name) for name in frame.columns if name not in contract.fields]
    if unknown:
        raise ValueError(f"columns must be of contract {contract.name}, got {', '.join(unknown[:5])}")
    if not frame.index.is_unique:
        raise ValueError("row numbers must be unique, got repeated ones")


def _complete(frame: pd.DataFrame, contract: Contract) -> pd.DataFrame:
    """All columns of the contract, in its order; those that were not sent are blank."""
    nothing = pd.Series(index=frame.index, dtype="str")
    return pd.DataFrame({name: frame[name].astype("str") if name in frame else nothing for name in contract.fields}, index=frame.index)


def _records(placed: pd.DataFrame, contract: Contract, notes: Notes, *, today: date) -> pd.DataFrame:
    """Type, complete and check the rows that can be placed, as their family's way says."""
    way = WAYS[contract.family]
    if way.at_home:
        placed = attempt(notes.add_to_all, "positions", partial(positions.set_right, placed, notes), otherwise=lambda: placed)
    read = _read(placed, contract, notes)
    records = derive.fill_defaults(read, contract)
    records = records.assign(**way.days(records))
    with guarded(notes.add_to_all, "incident_dates_differ"):
        way.together(records, notes)
    if contract.lines:
        records["item_no"] = keys.number_lines(records, notes, incident=contract.key[:-1])
    records = apply(records, way.rules(contract, today), notes)
    if way.at_home:
        records = attempt(notes.add_to_all, "positions", partial(positions.judge, records, notes), otherwise=lambda: records)
    with guarded(notes.add_to_all, "missing"):
        way.gaps(records, notes)
    return records.assign(**way.derived(records, sent=placed))


def _read(placed: pd.DataFrame, contract: Contract, notes: Notes) -> pd.DataFrame:
    """All columns, typed; those that hold nothing are made once for each type."""
    blank = {cells.dtype_of(field): cells.empty(field, placed.index) for field in contract.fields.values()}
    filled = {name for name in contract.fields if placed[name].notna().any()}
    typed = {
        name: _cells(placed[name], field, notes) if name in filled else blank[cells.dtype_of(field)]
        for name, field in contract.fields.items()
    }
    return pd.DataFrame(typed, index=placed.index)


def _cells(column: pd.Series, field: Field, notes: Notes) -> pd.Series:
    return attempt(
        notes.add_to_all, field.name, partial(cells.read, column, field, notes), otherwise=partial(cells.empty, field, column.index)
    )


def _prove(records: pd.DataFrame, contract: Contract, notes: Notes) -> pd.DataFrame:
    """The last proof: pandera looks at every accepted record once more. Its error would hold values, so only the column is told."""
    schema = contract.model.to_schema()
    kept = records[list(schema.columns)]
    blank = {name: str(cells.dtype) for name, cells in kept.items() if cells.isna().all()} if len(kept) else {}
    try:
        _prove_blank(contract, tuple(blank.items()))
        _schema_of(contract, tuple(name for name in schema.columns if name not in blank)).validate(kept.drop(columns=list(blank)))
    except (SchemaError, SchemaErrors) as error:
        column = error.schema.name or "record"
        notes.add_to_all(CRASHED, {"name": f"contract.{column}", "fault": type(error).__name__})
        return kept.iloc[:0]
    return kept


@lru_cache(maxsize=100)
def _schema_of(contract: Contract, columns: tuple[str, ...]) -> DataFrameSchema:
    """The schema of some columns: pandera takes as long to make it as to look at the rows of a piece."""
    return contract.model.to_schema().select_columns(list(columns))


@lru_cache(maxsize=100)
def _prove_blank(contract: Contract, blank: tuple[tuple[str, str], ...]) -> None:
    """The proof of columns that hold nothing is the same for any number of rows."""
    row = pd.DataFrame({name: pd.Series([None], dtype=dtype) for name, dtype in blank})
    contract.model.to_schema().select_columns(list(row.columns)).validate(row)
