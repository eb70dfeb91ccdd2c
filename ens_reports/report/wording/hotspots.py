"""How hotspots are said: the table of where and when to act, and what it leaves out."""

from ens_reports.analysis.hotspots import Hotspot, Hotspots
from ens_reports.analysis.spots import NAMED
from ens_reports.analysis.windows import WEEKDAYS, Window
from ens_reports.locales import Language, mark, mark_plural
from ens_reports.report.blocks import Cell, Column
from ens_reports.report.charts.world import border_near
from ens_reports.report.wording import common

NEAR_BORDER_DEG = 0.25
STEADY, SHAKY = 0.9, 0.6

DOUBTS: dict[str, str] = {
    "operation": mark("half or more came from operations"),
    "burst": mark("half or more fell in a single month"),
    "agency": mark("a single agency reported all of them"),
    "post": mark("a standing post sees what passes it, not what avoids it"),
    "tips": mark("mostly tip-offs, which follow informants"),
    "rounded": mark("positions are rounded"),
    "named": mark("a name alone may stand for a wide area"),
}
"""Why a spot might be wrong, by the codes of `analysis.hotspots.DOUBTS`."""

LEFT_OUT: dict[str, tuple[str, str]] = {
    "sensitive": mark_plural(
        "{n} incident at a sensitive site is placed no more closely than by province.",
        "{n} incidents at sensitive sites are placed no more closely than by province.",
    ),
    "contradiction": mark_plural(
        "{n} incident has a position that contradicts its kind of place.",
        "{n} incidents have positions that contradict their kind of place.",
    ),
    "coarse": mark_plural("{n} incident has a position wider than a cell.", "{n} incidents have positions wider than a cell."),
    "nowhere": mark_plural("{n} incident has no position.", "{n} incidents have no position."),
}
"""What has no spot, by reason, singular and plural."""


def columns(language: Language) -> list[Column]:
    """Heads of the table of hotspots."""
    text = language.text
    return [
        Column(label=text("No."), align="end", share=0.5),
        Column(label=text("Where"), share=1.9),
        Column(label=text("When"), share=1.3),
        Column(label=text("What and how"), share=1.6),
        Column(label=text("Found by"), share=1.4),
        Column(label=text("Incidents"), align="end", share=1.4),
        Column(label=text("Last seen"), share=1.2),
        Column(label=text("Stable"), align="end", share=1.0),
        Column(label=text("Why it might be wrong"), share=2.5),
    ]


def rows(found: Hotspots, language: Language) -> list[list[str | Cell]]:
    """The table of where and when to act, one row per hotspot."""
    return [_row(number, spot, language) for number, spot in enumerate(found.top, start=1)]


def table(found: Hotspots, language: Language) -> tuple[list[Column], list[list[str | Cell]]]:
    """Heads and rows, without the columns in which no row tells anything: the others need the room."""
    heads, lines = columns(language), rows(found, language)
    told = [at for at in range(len(heads)) if any(line[at] != common.NOT_RECORDED for line in lines)]
    return [heads[at] for at in told], [[line[at] for at in told] for line in lines]


def _row(number: int, spot: Hotspot, language: Language) -> list[str | Cell]:
    return [
        str(number),
        Cell(text=common.sentence(place(spot, language)), strong=True),
        when(spot, language),
        common.terms([spot.commodity, spot.mode], language),
        common.term(spot.detection, language),
        common.number(spot.own, spot.others, language),
        common.day(spot.last, "month" if spot.last_precision == "day" else spot.last_precision, language),
        Cell(text=language.percent(spot.stability), shade=max(0.0, spot.stability - SHAKY), outlined=spot.stability >= STEADY),
        doubts(spot, language),
    ]


def place(spot: Hotspot, language: Language) -> str:
    """What to call a spot within a sentence: its name, its kind, and the border that it lies on."""
    where = common.position(spot.latitude, spot.longitude, language)
    border = border_near(spot.longitude, spot.latitude, within_deg=NEAR_BORDER_DEG) if where and spot.kind == "land_border" else None
    if border:
        sides = language.text("border {first}\N{EN DASH}{second}", first=language.country(border[0]), second=language.country(border[1]))
        return language.text("{place}, {kind}", place=spot.place, kind=sides)
    if spot.kind == "sea":
        return language.text("the sea at {place}", place=f"{spot.place} ({where})" if spot.place else where)
    if spot.kind == "cell":
        return f"{spot.place} ({where})" if spot.place else where
    if spot.kind == NAMED:
        return spot.place
    kind = language.term(spot.kind)
    return spot.place if kind.casefold() in spot.place.casefold() else language.text("{place}, {kind}", place=spot.place, kind=kind)


def when(spot: Hotspot, language: Language) -> str:
    """The months and the weekday that stand out, or that none does; a dash where no incident is the recipient's own."""
    if not spot.own:
        return common.NOT_RECORDED
    parts = [_months(spot, language)] if spot.months else []
    if spot.weekday:
        parts.append(_share(weekday(spot.weekday.first, language), spot.weekday, language))
    return common.SEPARATOR.join(parts) or language.text("no clear window")


def _months(spot: Hotspot, language: Language) -> str:
    window = spot.months
    if window is None:
        return ""
    return _share(f"{language.month(window.first)}\N{EN DASH}{language.month(window.last)}", window, language)


def _share(words: str, window: Window, language: Language) -> str:
    """Of the recipient's own incidents: others' would give small counts back."""
    return language.text("{window} ({share} of {n})", window=words, share=language.percent(window.share), n=language.number(window.n))


def weekday(number: int, language: Language) -> str:
    """A weekday's name.

    Args:
        number: 1 for Monday.
        language: The reader's language.
    """
    return str(language.locale.days["stand-alone"]["wide"][(number - 1) % WEEKDAYS])


def doubts(spot: Hotspot, language: Language) -> str:
    """Why it might be wrong, beside the caution that holds for all; a dash for nothing more."""
    return common.sentence("; ".join(language.text(DOUBTS[code]) for code in spot.doubts)) or common.NOT_RECORDED


def left_out(found: Hotspots, language: Language) -> str:
    """What has no spot, and why."""
    return " ".join(language.plural(*LEFT_OUT[reason], number) for reason, number in found.left_out.items())


def of_others(found: Hotspots, language: Language) -> str:
    """How many of others' incidents have a place, as far as that may be told; empty where it may not."""
    if found.others is None:
        return ""
    return language.text(
        "n counts your incidents; others have {number} or more with a place. Theirs are rounded down and stand only "
        "where no contributor can be told; when, and why it might be wrong, rest on yours.",
        number=language.number(found.others),
    )


def alt(found: Hotspots, language: Language) -> str:
    """What the two maps show, for readers who can't see them."""
    first = found.top[0] if found.top else None
    told = language.text("Two maps of the same area. The left one shades cells by incidents and marks ports and border posts.")
    control = language.text("The right one shades cells by the number of your agencies and quarters with a report.")
    if first is None:
        return f"{told} {control}"
    number = common.number(first.own, first.others, language)
    most = language.text("Most incidents: {place}, {number}.", place=place(first, language), number=number)
    return f"{told} {most} {control}"
