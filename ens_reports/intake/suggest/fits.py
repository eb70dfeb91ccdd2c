"""Whether the values of a column are such as a field holds, and how much they tell by themselves."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from data_contracts.fields import Field
from ens_reports.intake.suggest.labels import code_of
from ens_reports.intake.suggest.profile import Profile
from ens_reports.intake.values.fold import fold, western_digits
from ens_reports.intake.values.units import header_unit, of_one_kind
from ens_reports.intake.values.words import UNIT_OF, YES_NO_OF

MOSTLY, HARDLY = 0.6, 0.2
AGAINST = -1.0
SURELY = 0.9
MOST_NUMBERS = 12
"""Codes that are numbers are few."""
PIECES, MEASURES = "pcs", ("kg", "m3")
LIST_BREAK = re.compile(r"[;|\n,]")


@dataclass(frozen=True, kw_only=True)
class Fit:
    """What values say for or against a field.

    Attributes:
        value: From -1 (they cannot be of it) over 0 (they do not tell) to 1 (all are such as it holds).
        alone: How sure the field is by the values alone, without any header, from 0 to 1.
        reason: In words, empty where they do not tell.
    """

    value: float
    alone: float = 0.0
    reason: str = ""


NOTHING = Fit(value=0.0)
ALONE = {
    "incident_date": 0.75,
    "latitude": 0.7,
    "longitude": 0.7,
    "reporting_country": 0.4,
    "quantity": 0.3,
    "scientific_name": 0.9,
    "unit": 0.8,
}
"""Fields that values can tell without a header, by name."""
PATTERNS = {
    "container_no": 0.9, "cas_no": 0.85, "vessel_imo": 0.5, "vessel_mmsi": 0.35, "port_of_landing": 0.5, "waste_y_code": 0.8,
    "waste_list_code": 0.85, "hazard_code": 0.6, "species_3a": 0.4, "hs_code": 0.35, "fao_area": 0.15,
}  # fmt: skip
"""The same for fields with a form of their own; the others' forms fit too much."""
LISTED_ONLY = frozenset({"crime_area", "purpose", "confidentiality"})
"""Codes that say how a row is treated: a column without a single word of their list is about something else."""
OF_HANDLING = frozenset(
    {"consortium", "confidentiality", "purpose", "minor", "handling_code", "handling_scheme", "source_evaluation", "information_evaluation"}
)
"""Fields that only a header can tell: a column of yes and no, or of letters, must not open records to anyone."""
TEXT_LIMIT = 0.3
"""Share of long cells above which a column holds texts, not names."""


def fit(profile: Profile, field: Field) -> Fit:
    """Weigh the values of a column against a field.

    Args:
        profile: The column.
        field: The field.
    """
    if not profile.filled:
        return NOTHING
    if field.name in TEXTS:
        return TEXTS[field.name](profile, field)
    if field.kind == "text" and field.pattern:
        return _pattern(profile, field)
    found = KINDS[field.kind](profile, field)
    return replace(found, alone=0.0) if field.name in OF_HANDLING else found


def _share(share: float, reason: str, *, alone: float = 0.0, least: float = MOSTLY) -> Fit:
    if share >= least:
        return Fit(value=share, alone=alone, reason=f"{reason} in {share:.0%} of its cells")
    return Fit(value=AGAINST if share < HARDLY else share - least, reason=f"{reason} in only {share:.0%} of its cells")


def _date(profile: Profile, field: Field) -> Fit:
    alone = ALONE.get(field.name, 0.2)
    for name, words, weight in (
        ("date", "dates", 1.0),
        ("epoch_ms", "counts of milliseconds since 1970", 0.9),
        ("epoch_s", "counts of seconds since 1970", 0.8),
        ("serial", "serial numbers of days", 0.6),
        ("year", "years", 0.5),
    ):
        share = profile.shares.get(name, 0.0)
        if share >= MOSTLY:
            return Fit(value=share * weight, alone=alone * weight, reason=f"{words} in {share:.0%} of its cells")
    return _share(profile.share("date", "serial", "year"), "dates")


def _number(profile: Profile, field: Field) -> Fit:
    share = profile.shares["number"]
    found = _share(share, "numbers", alone=ALONE.get(field.name, 0.0) if share > profile.shares["year"] else 0.0)
    if found.value <= 0:
        return found
    if field.kind == "integer" and profile.shares["integer"] < MOSTLY:
        return Fit(value=-0.6, reason="numbers with decimals")
    coordinates = profile.share_of(_has_long_fraction) > MOSTLY
    return Fit(value=0.2 if coordinates else 0.5 * found.value, alone=0.0 if coordinates else found.alone, reason=found.reason)


def _quantity(profile: Profile, field: Field) -> Fit:
    """Numbers whose header names a weight, a volume or pieces are an amount of something, whatever that is called."""
    found, unit = _number(profile, field), header_unit(profile.header)
    measured = unit == PIECES or any(of_one_kind(unit, one) for one in MEASURES)
    return replace(found, value=max(found.value, 0.8), alone=0.55) if found.value > 0 and measured else found


def _has_long_fraction(value: str) -> bool:
    """Four digits behind the mark: positions are written so, quantities seldom."""
    return bool(re.fullmatch(r"[+-]?\d{1,3}[.,]\d{4,}", western_digits(value)))


def _position(profile: Profile, field: Field) -> Fit:
    latitude = field.name == "latitude"
    if profile.shares["pair"] >= MOSTLY:
        return Fit(value=0.8, alone=0.8, reason="both coordinates in one cell")
    letters = "ns" if latitude else "eow"
    hemispheres = profile.share_of(lambda value: any(sign in value.lower() for sign in letters) and any(sign.isdigit() for sign in value))
    if profile.share("hemisphere", "degrees") >= MOSTLY:
        return Fit(value=0.9 if hemispheres >= MOSTLY else AGAINST, alone=0.85, reason="degrees with hemispheres")
    share = profile.shares[field.name]
    beyond = not latitude and profile.shares["longitude"] - profile.shares["latitude"] > HARDLY
    found = _share(share, f"numbers between {'-90 and 90' if latitude else '-180 and 180'} with decimals", alone=ALONE[field.name])
    if found.value <= 0 and profile.shares["integer"] < MOSTLY and profile.shares["number"] >= MOSTLY:
        return Fit(value=-0.3, reason=found.reason)
    fine = profile.share_of(_has_long_fraction)
    return Fit(value=found.value, alone=min(0.85, found.alone * (0.2 + 0.8 * fine) + 0.15 * beyond), reason=found.reason)


def _country(profile: Profile, field: Field) -> Fit:
    name = "countries" if field.kind == "countries" else "country"
    return _share(profile.shares[name], "names or codes of countries", alone=ALONE.get(field.name, 0.3), least=0.5)


def _code(profile: Profile, field: Field) -> Fit:
    def known(value: str) -> bool:
        parts = LIST_BREAK.split(value) if field.kind == "list" else [value]
        return any(code_of(part.strip(), field) for part in parts if part.strip())

    if profile.share("number", "date") >= SURELY and profile.distinct > MOST_NUMBERS:
        return Fit(value=-0.7, reason="numbers or dates")
    if not field.codes:
        return NOTHING if profile.shares["long"] < TEXT_LIMIT else Fit(value=-0.3)
    share = profile.share_of(known)
    words = profile.share_of(lambda value: known(value) and len(value) > 2 and fold(value) not in YES_NO_OF)  # noqa: PLR2004 - a letter or two fit many lists
    if share >= HARDLY:
        alone = ALONE.get(field.name, 0.7) * words + 0.2 * (share - words)
        return Fit(value=share, alone=alone * share, reason=f"labels or codes of its list in {share:.0%} of its cells")
    if field.name in LISTED_ONLY:
        return Fit(value=-0.9, reason="hardly any label of its list")
    if profile.shares["number"] >= MOSTLY or profile.distinct > 60 or profile.shares["long"] > TEXT_LIMIT:  # noqa: PLR2004 - no list of a sender is longer
        return Fit(value=-0.7, reason="hardly any label of its list")
    return Fit(value=-0.15, reason="no label of its list: a table is needed")


def _yes_no(profile: Profile, _field: Field) -> Fit:
    return _share(profile.shares["yes_no"], "yes or no", alone=0.1)


def _pattern(profile: Profile, field: Field) -> Fit:
    form = re.compile(f"(?:{field.pattern})(?:;(?:{field.pattern}))*" if field.kind == "list" else field.pattern)
    share = profile.share_of(lambda value: bool(form.fullmatch(value.replace(" ", ""))))
    return _share(share, "the form of such numbers", alone=PATTERNS.get(field.name, 0.0))


def _coded_list(profile: Profile, field: Field) -> Fit:
    return _pattern(profile, field) if field.pattern and not field.codes else _code(profile, field)


def _text(profile: Profile, _field: Field) -> Fit:
    if profile.share("number", "date") >= MOSTLY:
        return Fit(value=-0.7, reason="numbers or dates")
    return Fit(value=-0.3, reason="long texts") if profile.shares["long"] > TEXT_LIMIT else NOTHING


def _long_text(profile: Profile, _field: Field) -> Fit:
    if profile.share("number", "date", "country") >= MOSTLY:
        return Fit(value=-0.7, reason="numbers, dates or countries")
    codes = profile.share_of(lambda value: any(sign.isdigit() for sign in value) and len(value) <= 20 and " " not in value)  # noqa: PLR2004 - a number, not a text
    if codes >= MOSTLY:
        return Fit(value=-0.6, reason="numbers of something")
    return Fit(value=0.3, reason="texts") if profile.shares["long"] > TEXT_LIMIT else NOTHING


def _species(profile: Profile, _field: Field) -> Fit:
    share = profile.shares["species"]
    if profile.share_of(lambda value: any(sign.isdigit() for sign in value)) >= MOSTLY:
        return Fit(value=AGAINST, reason="names with numbers")
    if share >= 0.5:  # noqa: PLR2004 - half of them are Latin names
        return Fit(value=share, alone=ALONE["scientific_name"] * share, reason=f"Latin names of species in {share:.0%} of its cells")
    return Fit(value=-0.8, reason="no names") if profile.shares["number"] >= MOSTLY else Fit(value=-0.2 if share < HARDLY else 0.0)


def _number_of_incident(profile: Profile, _field: Field) -> Fit:
    digits = profile.share_of(lambda value: any(sign.isdigit() for sign in value) and len(value) <= 30)  # noqa: PLR2004 - longer ones are texts
    if digits < MOSTLY or profile.shares["date"] >= MOSTLY:
        return Fit(value=-0.7, reason="no numbers of cases")
    if profile.unique < HARDLY:
        return Fit(value=-0.6, reason=f"only {profile.unique:.0%} of its values stand once")
    mixed = profile.share_of(lambda value: not value.isdecimal() and "." not in value and "," not in value)
    spread = min(1.0, profile.unique * 1.1)
    return Fit(
        value=0.7 * spread, alone=0.75 * spread * mixed, reason=f"{profile.unique:.0%} of its values stand once, as numbers of cases do"
    )


def _plain_number(profile: Profile, _field: Field) -> Fit:
    """Numbers of permits and the like: short, with digits, seldom repeated."""
    digits = profile.share_of(lambda value: any(sign.isdigit() for sign in value) and len(value) <= 30)  # noqa: PLR2004 - longer ones are texts
    return NOTHING if digits >= MOSTLY else Fit(value=-0.4, reason="hardly any digits")


def _unit(profile: Profile, _field: Field) -> Fit:
    """Units are short and telling: `kg` says more than another list's two letters."""
    share = profile.share_of(lambda value: fold(value).rstrip(".") in UNIT_OF)
    return _share(share, "units", alone=ALONE["unit"], least=0.5)


TEXTS: dict[str, Callable[[Profile, Field], Fit]] = {
    "incident_id": _number_of_incident,
    "scientific_name": _species,
    "unit": _unit,
    "quantity": _quantity,
    "latitude": _position,
    "longitude": _position,
    "narrative": _long_text,
    "offence_text": _long_text,
    "request_text": _long_text,
    "permit_no": _plain_number,
    "transport_doc_no": _plain_number,
    "movement_doc_no": _plain_number,
    "catch_certificate_no": _plain_number,
    "commodity_code": _plain_number,
    "offence_code": lambda profile, _field: Fit(value=-0.3) if profile.shares["long"] > TEXT_LIMIT else NOTHING,
}
"""Fields whose values are weighed in a way of their own."""
KINDS: dict[str, Callable[[Profile, Field], Fit]] = {
    "text": _text,
    "number": _number,
    "integer": _number,
    "date": _date,
    "country": _country,
    "countries": _country,
    "code": _code,
    "list": _coded_list,
    "yes_no_unknown": _yes_no,
}
"""Kind of a field -> how values are weighed against it."""
