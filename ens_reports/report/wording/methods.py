"""How methods are said: names, variants, evaluation, and the draft of a Purple Notice."""

import pandas as pd

from ens_reports.analysis.method_profile import Profile
from ens_reports.analysis.signatures import Method
from ens_reports.locales import Language, mark
from ens_reports.report.charts import theme
from ens_reports.report.wording import common

ABUSES: dict[str, str] = {
    "forged": mark("with a forged permit"),
    "altered": mark("with an altered permit"),
    "wrong_goods": mark("with a permit for other goods"),
    "reused": mark("with a permit used before"),
    "expired": mark("with an expired permit"),
    "falsified": mark("with a falsified consent"),
}
"""A document abuse as a part of a method's name."""

VARIANT_NAMES: dict[str, str] = {
    "goods": mark("Goods"),
    "location_type": mark("Place of detection"),
    "technique": mark("Technique"),
    "online_channel": mark("Online channel"),
    "specimen_state": mark("State of the goods"),
    "product_form": mark("Form of the goods"),
    "chain": mark("Alleged route"),
}
"""What varies, by column."""

ASKED_NAMES: dict[str, str] = {
    "concealment": mark("concealment"),
    "detection_method": mark("method of detection"),
    "permit_status": mark("state of the permit"),
    "location_type": mark("kind of place"),
    "origin_country": mark("alleged origin"),
    "destination_country": mark("alleged destination"),
    "source_evaluation": mark("evaluation of source and information"),
}
"""Fields that we ask for."""

DECIMALS = ((10.0, 0), (1.0, 1))
"""From which quantity on how many decimals are enough; below, three."""

LAWS: dict[str, str] = {
    "wildlife": mark("CITES, and the national law that applies it"),
    "fisheries": mark("Port State Measures Agreement, the rules of the regional fisheries body, and national law"),
    "forestry": mark("National forest law; CITES where the species is listed"),
    "pollution": mark("Basel Convention for waste, MARPOL for ships, Montreal Protocol for refrigerants, and national law"),
    "mining": mark("National mining law; Minamata Convention where mercury is used"),
}
"""Related laws by crime area; offences as recorded stand beside them."""


def name(method: Method, language: Language) -> str:
    """The name of a method: its commonest goods, then mode, concealment and document abuse, or technique."""
    said = method.signature
    goods = _goods(method, language)
    how = [language.term(said[part]) for part in ("mode", "hiding", "technique") if said[part]]
    papers = [language.text(ABUSES[said["abuse"]])] if said["abuse"] in ABUSES else []
    return language.text("{goods}: {how}", goods=goods, how=common.SEPARATOR.join([*how, *papers]))


def _goods(method: Method, language: Language) -> str:
    return common.sentence(
        language.join([language.term(goods) for goods in method.goods] or [language.term(method.signature["crime_area"])])
    )


def seen(profile: Profile, language: Language) -> str:
    """When and where it was seen: only countries that may be named."""
    first, last = common.month(profile.first, language), common.month(profile.last, language)
    when = language.plural(
        "{n} incident, from {first} to {last}.", "{n} incidents, from {first} to {last}.", profile.n, first=first, last=last
    )
    where = language.text("Seen in {countries}.", countries=language.join([language.country(code) for code in profile.countries]))
    return f"{when} {where}" if profile.countries else when


def variants(profile: Profile, language: Language) -> list[list[str]]:
    """What varies between its incidents: rows of column and values."""
    return [[language.text(VARIANT_NAMES[column]), _tally(column, profile, language)] for column in profile.variants]


def _tally(column: str, profile: Profile, language: Language) -> str:
    said = [
        language.text("{value} ({number})", value=_value(column, str(value), language), number=language.number(number))
        for value, number in profile.variants[column].items()
    ]
    return common.SEPARATOR.join(said)


def _value(column: str, value: str, language: Language) -> str:
    return common.chain(value, language) if column == "chain" else language.term(value)


def found_by(profile: Profile, language: Language) -> str:
    """How it was found, most frequent first."""
    if profile.detections.empty:
        return language.text("No record says how it was found.")
    said = [
        language.text("{value} ({number})", value=language.term(str(value)), number=language.number(number))
        for value, number in profile.detections.items()
    ]
    return language.text("Found by {methods}.", methods=language.join(said))


def quantity(profile: Profile, language: Language) -> str:
    """The usual size of a consignment, in one unit; empty where none was measured."""
    if profile.quantity is None:
        return ""
    median, largest, rows, unit = profile.quantity
    return language.plural(
        "Quantity where recorded ({n} line): median {median} {unit}, largest {largest} {unit}.",
        "Quantity where recorded ({n} lines): median {median} {unit}, largest {largest} {unit}.",
        rows,
        median=_rounded(median, language),
        largest=_rounded(largest, language),
        unit=theme.unit(unit, language),
    )


def _rounded(value: float, language: Language) -> str:
    return language.number(value, decimals=next((decimals for least, decimals in DECIMALS if value >= least), 3))


def evaluation(profile: Profile, language: Language) -> str:
    """The mix of evaluations, each grade of each scheme apart, never averaged."""
    grades = profile.evaluations[["system", "source", "information"]].replace("", common.NOT_RECORDED).to_numpy().tolist()
    said = [
        language.text("{value} ({number})", value=f"{system} {source}/{information}", number=language.number(number))
        for (system, source, information), number in zip(grades, profile.evaluations["incidents"], strict=True)
    ]
    if profile.unevaluated:
        said.append(language.text("not evaluated ({number})", number=language.number(profile.unevaluated)))
    return language.text("Evaluation of source/information, by scheme, never averaged: {mix}.", mix=common.SEPARATOR.join(said))


def asked(profile: Profile, language: Language) -> list[str]:
    """Fields that its records lack, most often missing first, with in how many incidents."""
    lacking = sorted(((number, field) for field, number in profile.missing.items() if number), reverse=True)
    return [
        language.plural(
            "{field} (missing in {n} incident)", "{field} (missing in {n} incidents)", number, field=language.text(ASKED_NAMES[field])
        )
        for number, field in lacking
    ]


def purple(method: Method, profile: Profile, language: Language) -> list[tuple[str, str]]:
    """The parts of a Purple Notice draft: method, objects, devices, concealment; facts only, no persons."""
    said = method.signature
    text = language.text
    stages = language.join([language.term(str(stage)) for stage in profile.stages.index])
    mode = language.term(said["mode"]) if said["mode"] else common.NOT_RECORDED
    hidden = language.term(said["hiding"]) if said["hiding"] else text("none recorded")
    devices = language.term(said["technique"]) if said["technique"] else mode
    papers = text(ABUSES[said["abuse"]]) if said["abuse"] in ABUSES else text("no abuse recorded")
    return [
        (text("Modus operandi"), f"{name(method, language)}. {seen(profile, language)}"),
        (
            text("Objects"),
            " ".join(part for part in (f"{_goods(method, language)}.", quantity(profile, language)) if part),
        ),
        (text("Devices and transport"), devices),
        (text("Concealment"), hidden),
        (text("Documents"), papers),
        (text("Stages"), stages or common.NOT_RECORDED),
    ]


def laws(method: Method, profile: Profile, language: Language) -> str:
    """Related laws, and offences as the recipient recorded them."""
    area = LAWS.get(method.signature["crime_area"])
    recorded = language.text("Offences as you recorded them: {offences}.", offences="; ".join(profile.offences)) if profile.offences else ""
    related = language.text("Related law: {law}.", law=language.text(area)) if area else ""
    return " ".join(part for part in (related, recorded) if part)


def alt(profile: Profile, language: Language) -> str:
    """What the chart over time shows, for readers who can't see it."""
    top = pd.Period(str(profile.quarterly.idxmax()), freq="Q")
    return language.text(
        "Bars of incidents per quarter; the most, {number}, in {quarter}.",
        number=language.number(int(profile.quarterly.max())),
        quarter=language.quarter(top.year, top.quarter),
    )
