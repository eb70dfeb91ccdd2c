"""Whether a position can be where its record says."""

from data_contracts.check import Check

LEFT_OUT = "The position is kept out of the records until you confirm it: the incident is missing from maps."

POSITIONS = (
    Check(
        id="position_swapped",
        level=2,
        severity="warning",
        statement="{latitude} and {longitude} seem to be exchanged: the other way round the position fits, and as it is it does not.",
        fix="Exchange the two cells, or confirm the position.",
        cost=LEFT_OUT,
    ),
    Check(
        id="position_sign",
        level=2,
        severity="warning",
        statement="{latitude} or {longitude} seems to lack its minus, or to have one too many: with another sign the position fits.",
        fix="Write latitudes south of the equator, and longitudes west of Greenwich, with a minus; or confirm the position.",
        cost=LEFT_OUT,
    ),
    Check(
        id="position_slipped",
        level=2,
        severity="warning",
        statement="{latitude} or {longitude} seems to have lost its decimal mark: with it the position is in the reporting country.",
        fix="Write the decimal mark, as in -12.504.",
        cost=LEFT_OUT,
    ),
    Check(
        id="position_elsewhere",
        level=2,
        severity="warning",
        statement="The position is not in the reporting country: on maps at 1:50 million it is in {country}.",
        fix="Correct the position or the country; if the incident was there, nothing needs to be done.",
        cost="Maps and hotspots show the incident there.",
    ),
    Check(
        id="position_outside",
        level=2,
        severity="warning",
        statement="The position is not in the reporting country.",
        fix="Correct the position or the country; if the incident was there, nothing needs to be done.",
        cost="Maps and hotspots show the incident there.",
    ),
    Check(
        id="position_far_at_sea",
        level=2,
        severity="note",
        statement="The position is at sea, more than 200 nautical miles from the coast of the reporting country.",
        fix="Check the position; if it is right, write sea_area in {place_precision}.",
        cost="Maps show the incident at sea.",
    ),
)
