"""What needs several columns to be read: units, currencies and positions that stand beside other values, in one row each."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data_contracts.geography import land
from data_contracts.registry import Contract
from ens_reports.intake.columns.cells import Place
from ens_reports.intake.columns.cleaned import Columns
from ens_reports.intake.columns.numeric import AMOUNTS, QUANTITY
from ens_reports.intake.findings import Cells
from ens_reports.intake.values.countries import country
from ens_reports.intake.values.currencies import Tender, currencies, in_use, settle, used_ever

COUNTRY, DATE = "reporting_country", "incident_date"
PIECES, PIECE = "pieces", "pcs"
LAND = ("latitude", "longitude")
POSITION = {"latitude": "longitude", "longitude": "latitude"}
ISO = r"\d{4}(?:-\d{2}){0,2}"
NAMED = 6
"""How many currencies a question names at most."""
Filled = dict[str, Cells]


@dataclass(frozen=True, kw_only=True)
class _Row:
    """Fields of one table, and where they are from."""

    columns: Columns
    filled: Filled
    origins: Mapping[str, int]

    def said(self, field: str, what: str) -> Cells:
        """What stood beside the values of a field, blank where nothing did."""
        found = self.columns.said.get((field, what))
        return self.columns.blank() if found is None else found

    def of(self, field: str) -> Cells:
        """A field, blank if it has no column."""
        found = self.filled.get(field)
        return self.columns.blank() if found is None else found

    def place(self, field: str) -> Place:
        """Where findings about a field go."""
        return self.columns.place(self.origins.get(field, -1), field)


def settle_rows(columns: Columns, filled: Filled, origins: Mapping[str, int], contract: Contract) -> None:
    """Put what stood beside other values into its own fields, and decide what the row decides.

    Args:
        columns: The table, with what was said beside values; takes the findings.
        filled: Canonical text of each field; changed in place.
        origins: Field -> position of the column it is from.
        contract: Whose fields there are.
    """
    row = _Row(columns=columns, filled=filled, origins=origins)
    for field, other in POSITION.items():
        _merge(row, other, row.said(field, other))
    if COUNTRY in filled:
        _countries(row)
    if QUANTITY in filled:
        _units(row)
        _more(row, contract)
    for amount, target in AMOUNTS.items():
        if amount in filled or target in filled:
            _money(row, amount, target)


def _merge(row: _Row, field: str, cells: Cells) -> None:
    """Fill a field where it is blank."""
    if (cells != "").any():
        own = row.of(field)
        row.filled[field] = own.where(own != "", cells).astype("str")


def _countries(row: _Row) -> None:
    """A reporting country whose name is of several: the position of the incident decides, or the sender is asked."""
    cells = row.of(COUNTRY)
    possible = {value: found.codes for value in cells.unique() if value and (found := country(value)).how == "ambiguous"}
    for value, codes in possible.items():
        rows = cells == value
        latitude, longitude = (pd.to_numeric(row.of(name)[rows], errors="coerce").to_numpy(dtype=float) for name in LAND)
        inside = [land.is_inside(land.home(code), longitude, latitude) for code in codes]
        alone = sum(hit.astype(int) for hit in inside) == 1
        decided = pd.Series("", index=cells.index[rows], dtype="str")
        for code, hit in zip(codes, inside, strict=True):
            decided = decided.mask(hit & alone, code)
        told = decided.reindex(cells.index, fill_value="").astype("str")
        for code in codes:
            row.place(COUNTRY).note("country_by_position", cells, told == code, country=code, code=code)
        row.place(COUNTRY).note("country_ambiguous", cells, rows & (told == ""), countries=", ".join(codes))
        row.filled[COUNTRY] = row.filled[COUNTRY].mask(told != "", told).astype("str")


def _units(row: _Row) -> None:
    own, column, header = row.said(QUANTITY, "unit"), row.of("unit"), row.said(QUANTITY, "header_unit")
    place = row.place(QUANTITY)
    place.note("unit_contradicts", row.of(QUANTITY), (own != "") & (column != "") & (own != column))
    unit = own.where(own != "", column)
    from_header = (unit == "") & (header != "")
    for name in sorted(header[from_header].unique()):
        place.note("unit_of_header", header, from_header & (header == name), unit=name)
    unit = unit.where(~from_header, header).astype("str")
    if (unit != "").any() or "unit" in row.filled:
        row.filled["unit"] = unit
    qualifier = row.said(QUANTITY, "qualifier")
    if (qualifier != "").any():
        row.filled["quantity_qualifier"] = qualifier.where(qualifier != "", row.of("quantity_qualifier")).astype("str")


def _more(row: _Row, contract: Contract) -> None:
    """The further quantities of a cell: pieces have a column of their own in some contracts; everything else is told."""
    more = row.said(QUANTITY, "more")
    if not (more != "").any():
        return
    hit = more != ""
    told = hit
    if PIECES in contract.fields:
        fits = hit & ~more.str.contains(";", regex=False) & (row.of(PIECES) == "")
        first_pieces = fits & (row.of("unit") == PIECE) & ~more.str.endswith(f" {PIECE}")
        then_pieces = fits & (row.of("unit") != PIECE) & more.str.endswith(f" {PIECE}")
        number, unit = more.str.partition(" ")[0], more.str.partition(" ")[2]
        pieces = row.of(PIECES).mask(first_pieces, row.of(QUANTITY)).mask(then_pieces, number)
        row.filled[PIECES] = pieces.astype("str")
        row.filled[QUANTITY] = row.of(QUANTITY).mask(first_pieces, number).astype("str")
        row.filled["unit"] = row.of("unit").mask(first_pieces, unit).astype("str")
        row.place(QUANTITY).note("pieces_from_cell", row.of(QUANTITY), first_pieces | then_pieces)
        told = hit & ~first_pieces & ~then_pieces
    row.place(QUANTITY).note("second_quantity_in_cell", row.of(QUANTITY), told)


def _money(row: _Row, amount: str, target: str) -> None:
    own, column, header = row.said(amount, "currency"), row.of(target), row.said(amount, "header_currency")
    words = own.where(own != "", column)
    from_header = (words == "") & (header != "")
    words = words.where(~from_header, header).astype("str")
    if not (words != "").any():
        return
    row.place(amount).note("currency_of_header", header, from_header)
    codes = _decided(row, words, amount if (own != "").any() or from_header.any() else target)
    differ = (own != "") & (column != "") & (codes != column) & ~_may_be(column, codes)
    row.place(amount).note("currency_contradicts", own, differ)
    row.filled[target] = codes


def _may_be(words: Cells, codes: Cells) -> Cells:
    """Whether a word can mean a code."""
    return pd.Series([code in currencies(word) if word else True for word, code in zip(words, codes, strict=True)], index=words.index)


def _decided(row: _Row, words: Cells, told_at: str) -> Cells:
    """One code for each row, by its word, country and date; a word that stays open is left out and asked about."""
    dates = row.of(DATE)
    keys = pd.MultiIndex.from_arrays([words, row.of(COUNTRY), dates.where(dates.str.fullmatch(ISO), "")])
    numbers, distinct = pd.factorize(keys)
    possible = [settle(word, Tender(country=country, on=on)) if word else () for word, country, on in distinct]
    place, text = row.place(told_at), words
    codes = [found[0] if len(found) == 1 else "" if found else word for found, (word, *_) in zip(possible, distinct, strict=True)]
    by_country = {number for number, (word, *_) in enumerate(distinct) if len(currencies(word)) > 1 and len(possible[number]) == 1}
    for code in sorted({codes[number] for number in by_country}):
        place.note("currency_by_country", text, _at(numbers, {n for n in by_country if codes[n] == code}, words), currency=code)
    for several in sorted({found for found in possible if len(found) > 1}):
        names = ", ".join(several[:NAMED]) + (", \N{HORIZONTAL ELLIPSIS}" if len(several) > NAMED else "")
        place.note(
            "currency_unclear", text, _at(numbers, {n for n, found in enumerate(possible) if found == several}, words), currencies=names
        )
    outdated = {n for n, (_, country, on) in enumerate(distinct) if on and codes[n] in used_ever(country) - in_use(country, on)}
    for code in sorted({codes[number] for number in outdated}):
        place.note("currency_not_then", text, _at(numbers, {n for n in outdated if codes[n] == code}, words), currency=code)
    return pd.Series(codes, dtype="str").take(numbers).set_axis(words.index).astype("str")


def _at(numbers: object, wanted: set[int], words: Cells) -> Cells:
    return pd.Series(numbers, index=words.index).isin(wanted)
