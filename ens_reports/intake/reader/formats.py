"""What the number format of a cell says that its value does not: per cent, a unit, leading zeros, a date without its day."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["plain", "percent", "unit", "padded", "scaled", "year", "month"]
BUILT_IN = {9: "0%", 10: "0.00%", 17: "mmm-yy"}
"""Formats that files name by number only, of those that say something."""
TOLD: dict[Kind, str] = {
    "percent": "percents_shown",
    "unit": "units_in_formats",
    "padded": "numbers_padded",
    "scaled": "numbers_scaled",
    "year": "dates_shown_short",
    "month": "dates_shown_short",
}
"""What its sender is told of a kind of format."""
_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].|(?P<sign>.)', re.DOTALL)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")
_CURRENCY_SIGNS = frozenset("$€£¥₦₹₽")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """How a format shows a value.

    Attributes:
        kind: What it adds or leaves out.
        before: Words before the number.
        after: Words behind it.
        width: Digits of a number with leading zeros.
    """

    kind: Kind = "plain"
    before: str = ""
    after: str = ""
    width: int = 0

    def text(self, cell: str) -> str:
        """A cell as its reader sees it.

        Args:
            cell: Its value as text.

        Returns:
            The same where the value is not of the format's kind.
        """
        if self.kind in {"year", "month"}:
            return cell[: 4 if self.kind == "year" else 7] if _DAY.match(cell) else cell
        if not _NUMBER.fullmatch(cell):
            return cell
        if self.kind == "percent":
            return f"{float(cell) * 100:.10g}%"
        if self.kind == "padded":
            return cell.zfill(self.width) if cell.isdigit() else cell
        return f"{self.before} {cell} {self.after}".strip() if self.kind == "unit" else cell


def shown(code: str) -> Shown:
    """What a number format adds to values, or leaves out.

    Args:
        code: As spreadsheet programs write it, such as `0.0" kg"`; the first section counts.
    """
    words, pattern = _parts(code)
    plain = pattern.lower()
    if "general" in plain:
        plain = plain.replace("general", "0")
    elif set("ymdhs") & set(plain):
        return _date(plain)
    if "%" in plain:
        return Shown(kind="percent")
    if re.search(r"[0#?],+(?:[^0#?,]|$)", plain):
        return Shown(kind="scaled")
    before, after = words
    if any(map(str.isalpha, before + after)) or _CURRENCY_SIGNS & set(before + after):
        return Shown(kind="unit", before=before, after=after)
    return Shown(kind="padded", width=len(plain)) if re.fullmatch("0{2,}", plain) and not before + after else Shown()


def _parts(code: str) -> tuple[tuple[str, str], str]:
    """Words before and behind the digits of the first section, and its signs without words."""
    before, after, pattern = "", "", ""
    for token in _TOKEN.finditer(code):
        if token["sign"] == ";":
            break
        word = token["quoted"] or token["escaped"] or token["currency"] or ""
        if token["sign"] in _CURRENCY_SIGNS:
            word = token["sign"]
        elif token["sign"]:
            pattern += token["sign"]
        if re.search("[0#?]|general", pattern, re.IGNORECASE):
            after += word
        else:
            before += word
    return (before.strip(), after.strip()), pattern.strip()


def _date(pattern: str) -> Shown:
    if "y" not in pattern or "d" in pattern:
        return Shown()
    return Shown(kind="month" if "m" in pattern else "year")
