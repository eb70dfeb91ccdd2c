"""A column of coordinates: whatever the notation, decimal degrees come out, and what was done is told."""

import pyarrow.compute as pc

from ens_reports.intake.columns.asked import Asked
from ens_reports.intake.columns.cells import translate
from ens_reports.intake.findings import Cells
from ens_reports.intake.values.coordinates import may_be_coordinate, parse_coordinate
from ens_reports.intake.values.many import listed, matches, texts_of

DEGREES = "degrees"
OTHER = {"latitude": "longitude", "longitude": "latitude"}
TOLD = {
    "sexagesimal": "coordinate_in_minutes",
    "pair": "coordinates_in_one_cell",
    "utm": "coordinates_from_grid",
    "projected": "coordinates_of_grid",
    "axis": "coordinate_of_other_axis",
}
"""How a coordinate was read -> check."""
LEFT_OUT = frozenset({"projected", "axis"})


def is_coordinate(asked: Asked) -> bool:
    """Whether a field holds degrees of latitude or longitude."""
    return asked.field.unit == DEGREES and any(axis in asked.field.name for axis in OTHER)


def read_coordinates(cells: Cells, asked: Asked) -> Cells:
    """Read coordinates; what can't be read stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        asked: The field and its rule.

    Returns:
        Decimal degrees, no more exact than they were written.
    """
    axis = next(name for name in OTHER if name in asked.field.name)
    texts = pc.unique(texts_of(cells))
    values = listed(texts.filter(may_be_coordinate(texts)) if asked.many else texts)
    read = {value: parse_coordinate(value, axis) for value in values if value}
    for how, check in TOLD.items():
        asked.place.note_values(check, cells, {value for value, found in read.items() if found.how == how})
    if matches(texts, "[,.]").true_count:
        asked.facts.update({"decimal": "," if any("," in value and found.how == "" for value, found in read.items()) else "."})
    if any(found.other for found in read.values()):
        asked.beside[OTHER[axis]] = cells.map({value: found.other for value, found in read.items()}).fillna("").astype("str")
    known = {value: found.text for value, found in read.items() if found.text or found.how in LEFT_OUT}
    zeros = {value for value, found in read.items() if asked.rule.zero_is_missing and found.text and float(found.text) == 0}
    asked.place.note_values("zeros_not_recorded", cells, zeros)
    return translate(cells, known | dict.fromkeys(zeros, ""))
