"""Methods as signatures - mode, concealment, document abuse, technique, by crime area - and which are new or have changed.

The goods are no part of a signature: who casts ivory in wax can cast scales in it. They stand among the variants.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from ens_reports.analysis import counts, quarters, shown, traits
from ens_reports.analysis.tiers import Basis
from ens_reports.report.view import Period

BASELINE_QUARTERS = 8
"""A method is new if it matches nothing in so many quarters before."""
LEAST_INCIDENTS, LEAST_SUBMISSIONS = 3, 2
LEAST_BASELINE = 10
"""Earlier incidents with a method below which nothing can be called new: everything would be."""
LEAST_CHANGED = 6
"""Incidents, early and late, from which a change of share can be tested."""
FALSE_DISCOVERY = 0.1
PERMUTATIONS = 500
SEED = 20170101

KEY = ["crime_area", "mode", "hiding", "abuse", "technique"]
"""What makes a signature; `technique` only where nothing is said of how it was moved."""
UNSAID = ""
MOST_GOODS, MOST_FREQUENT = 2, 5


@dataclass(frozen=True, kw_only=True, eq=False)
class Method:
    """A signature with its incidents.

    Attributes:
        signature: Value by column of `KEY`, empty where it does not apply.
        recent: Incidents in the recent quarters.
        before: Incidents in the quarters before them.
        submissions: Submissions that the recent ones came with.
        records: The rows of both.
        nearby: Earlier incidents with gaps that could be the same method.
        chance: Share of permutations of the dates in which this signature would meet the threshold as well.
        any_as_large: Share of them in which any signature would, with at least as many recent incidents; 1 where it is not new.
        p_value: Of the change of its share among all methods, adjusted for how many were tested; 1 where it was not tested.
    """

    signature: dict[str, str]
    recent: int
    before: int
    submissions: int
    records: pd.DataFrame
    nearby: int = 0
    chance: float = 0.0
    any_as_large: float = 1.0
    p_value: float = 1.0

    @property
    def goods(self) -> tuple[str, ...]:
        """The commonest goods, two at most."""
        found = self.records.loc[self.records["goods"].ne(UNSAID), "goods"].value_counts()
        return tuple(map(str, found.sort_index().sort_values(ascending=False, kind="stable").index[:MOST_GOODS]))

    @property
    def key(self) -> str:
        """A short name for references within a document, the same for the same signature."""
        return "-".join(value for value in self.signature.values() if value).replace(" ", "_").replace("/", "_").lower()


@dataclass(frozen=True, kw_only=True, eq=False)
class Methods:
    """What was found.

    Attributes:
        new: No match in the baseline, and at least three incidents in at least two submissions; most incidents first.
        changed: Existing ones whose share among all methods has changed, most certain first.
        frequent: Of all others the five with the most recent incidents.
        known: Number of all others.
        recent: The recent quarters.
        baseline: The quarters before.
        baseline_n: Incidents with a method in the baseline; below `LEAST_BASELINE` nothing is called new.
        false_alarms: How many signatures meet the threshold in a permutation of the dates, on average.
        basis: Recent incidents with a method, of all recent ones.
    """

    new: tuple[Method, ...]
    changed: tuple[Method, ...]
    frequent: tuple[Method, ...]
    known: int
    recent: pd.PeriodIndex
    baseline: pd.PeriodIndex
    baseline_n: int
    false_alarms: float
    basis: Basis

    @property
    def comparable(self) -> bool:
        """Whether there is enough to compare with."""
        return self.baseline_n >= LEAST_BASELINE


@dataclass(frozen=True, kw_only=True, eq=False)
class _Units:
    """Incidents with a method: one row each, with the number of its signature and submission, and whether it is recent."""

    table: pd.DataFrame
    names: list[tuple[str, ...]]
    recent: NDArray[np.bool_]
    signature: NDArray[np.intp]
    pair: NDArray[np.intp]
    pair_signature: NDArray[np.intp]
    weight: NDArray[np.float64]


def methods(records: pd.DataFrame, period: Period, limits: shown.Rule, *, recent_quarters: int) -> Methods:
    """Find new and changed methods.

    Args:
        records: Counted rows of one record class, own and others' (`shown.known`), with history.
        period: Its last quarter is the last of the recent ones.
        limits: When others' records whose owners are not named may be shown.
        recent_quarters: How many quarters count as recent.
    """
    last = pd.Period(f"{period.last_year}Q4", freq="Q")
    recent = pd.period_range(end=last, periods=recent_quarters, freq="Q")
    baseline = pd.period_range(end=recent[0] - 1, periods=BASELINE_QUARTERS, freq="Q")
    rows = signed(records).assign(quarter=quarters.of(records))
    rows = rows[rows["quarter"].isin(recent.append(baseline))]
    usable = admissible(rows[has_method(rows)].assign(late=lambda said: said["quarter"].isin(recent)), limits)
    units = _units(usable, recent)
    found = _met(units, units.recent) * (_baseline_n(units) >= LEAST_BASELINE)
    met, largest, mean = _permuted(units)
    new = [_new(units, usable, int(at), chance=float(met[at]), largest=largest) for at in np.flatnonzero(found)]
    changed = [one for one in _changed(units, usable) if one.signature not in [other.signature for other in new]]
    return Methods(
        new=tuple(sorted(new, key=lambda one: (-one.recent, one.key))),
        changed=tuple(changed),
        frequent=_frequent(units, usable, besides=[*new, *changed]),
        known=len(units.names) - len(new) - len(changed),
        recent=recent,
        baseline=baseline,
        baseline_n=_baseline_n(units),
        false_alarms=mean,
        basis=Basis(n=_number(usable, recent), of=_number(rows[rows["own"].astype(bool) | rows.index.isin(usable.index)], recent)),
    )


def signed(records: pd.DataFrame) -> pd.DataFrame:
    """The rows with the columns of `KEY`: empty text where nothing is said.

    Args:
        records: Any rows.
    """
    mode, hidden, abuse = traits.said(records, "transport_mode"), traits.said(records, "concealment"), traits.document_abuse(records)
    hidden = hidden.where(hidden.ne("none"))
    moved = mode.notna() & (hidden.notna() | abuse.notna())
    values = {
        "goods": traits.goods(records),
        "mode": mode.where(moved),
        "hiding": hidden.where(moved),
        "abuse": abuse,
        "technique": traits.technique(records).mask(moved),
    }
    return records.assign(**{name: value.fillna(UNSAID).astype("str") for name, value in values.items()})


def has_method(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Whether a row says enough of its method: mode with concealment or document abuse, or a technique.

    Args:
        rows: Rows of `signed`.
    """
    return rows["mode"].ne(UNSAID) | rows["technique"].ne(UNSAID)


def admissible(rows: pd.DataFrame, limits: shown.Rule) -> pd.DataFrame:
    """Own rows, those whose country may be named, and of the rest only signatures with owners enough that none can be told.

    Args:
        rows: Rows of `signed`, with `late`: whether they are recent. The rest must have owners enough in each span that has any.
        limits: The owner rule; its threshold does not bind, because readers of methods are those who need to know.
    """
    free = shown.free_to_tell(rows)
    closed = rows[~free]
    spans = closed.set_index([*KEY, "late"]).index
    failing = closed[~spans.isin(shown.enough_owners(closed, [*KEY, "late"], limits))]
    return rows[free | ~rows.set_index(KEY).index.isin(failing.set_index(KEY).index)]


def _number(rows: pd.DataFrame, span: pd.PeriodIndex) -> int:
    return counts.number(rows[rows["quarter"].isin(span)])


def _units(usable: pd.DataFrame, recent: pd.PeriodIndex) -> _Units:
    table = usable.drop_duplicates([*counts.INCIDENT, *KEY])
    source = table["submission"] if "submission" in table else table["owner"]
    keys = pd.MultiIndex.from_frame(table[KEY])
    names = sorted(set(keys))
    signature = pd.Index(names).get_indexer(keys) if names else np.array([], dtype=np.intp)
    pairs, pair = np.unique(np.column_stack([signature, pd.factorize(source)[0]]), axis=0, return_inverse=True)
    return _Units(
        table=table,
        names=names,
        recent=table["quarter"].isin(recent).to_numpy(dtype=bool),
        signature=signature,
        pair=pair.ravel(),
        pair_signature=pairs[:, 0].astype(np.intp),
        weight=table["incident_count"].to_numpy(dtype=float),
    )


def _met(units: _Units, recent: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Per signature its recent incidents if these are the recent ones and it meets the threshold, else 0."""
    size = len(units.names)
    late = np.bincount(units.signature, weights=units.weight * recent, minlength=size)
    early = np.bincount(units.signature, weights=units.weight * ~recent, minlength=size)
    present = np.bincount(units.pair, weights=recent, minlength=len(units.pair_signature)) > 0
    sources = np.bincount(units.pair_signature, weights=present, minlength=size)
    return np.asarray(late * ((early == 0) & (late >= LEAST_INCIDENTS) & (sources >= LEAST_SUBMISSIONS)))


def _baseline_n(units: _Units) -> int:
    return int(units.weight[~units.recent].sum())


def _permuted(units: _Units) -> tuple[NDArray[np.float64], NDArray[np.float64], float]:
    """Shuffle the dates within each crime area.

    Returns:
        Per signature how often it meets the threshold, per shuffle the incidents of the largest that does, and how many do on average.
    """
    random, size = np.random.default_rng(SEED), len(units.recent)
    area = pd.factorize(units.table["crime_area"], sort=True)[0]
    home = np.argsort(area, kind="stable")
    met, largest = np.zeros(len(units.names)), np.zeros(PERMUTATIONS)
    for turn in range(PERMUTATIONS if size else 0):
        shuffled = np.empty(size, dtype=bool)
        shuffled[home] = units.recent[np.lexsort((random.random(size), area))]
        now = _met(units, shuffled)
        met += now > 0
        largest[turn] = now.max(initial=0.0)
    return met / PERMUTATIONS, largest, float(met.sum() / PERMUTATIONS)


def _changed(units: _Units, usable: pd.DataFrame) -> list[Method]:
    """Signatures whose share of all incidents with a method differs between the two spans, at a false discovery rate of 10 per cent."""
    size = len(units.names)
    late = np.bincount(units.signature, weights=units.weight * units.recent, minlength=size).astype(int)
    early = np.bincount(units.signature, weights=units.weight * ~units.recent, minlength=size).astype(int)
    tested = np.flatnonzero((late + early >= LEAST_CHANGED) & (early > 0))
    if not len(tested) or not late.sum():
        return []
    expected = late.sum() / (late.sum() + early.sum())
    raw = [stats.binomtest(int(late[at]), int(late[at] + early[at]), expected).pvalue for at in tested]
    adjusted = stats.false_discovery_control(raw)
    found = [(p, _method(units, usable, int(at), p_value=float(p))) for at, p in zip(tested, adjusted, strict=True) if p <= FALSE_DISCOVERY]
    return [one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].key))]


def _frequent(units: _Units, usable: pd.DataFrame, *, besides: list[Method]) -> tuple[Method, ...]:
    late = np.bincount(units.signature, weights=units.weight * units.recent, minlength=len(units.names))
    taken = {tuple(one.signature.values()) for one in besides}
    order = [int(at) for at in np.argsort(-late, kind="stable") if late[at] and units.names[at] not in taken]
    return tuple(_method(units, usable, at) for at in order[:MOST_FREQUENT])


def _new(units: _Units, usable: pd.DataFrame, at: int, *, chance: float, largest: NDArray[np.float64]) -> Method:
    one = _method(units, usable, at)
    return replace(one, chance=chance, any_as_large=float((largest >= one.recent).mean()))


def _method(units: _Units, usable: pd.DataFrame, at: int, *, p_value: float = 1.0) -> Method:
    mine = units.signature == at
    signature = dict(zip(KEY, units.names[at], strict=True))
    late = units.table[mine & units.recent]
    source = late["submission"] if "submission" in late else late["owner"]
    return Method(
        signature=signature,
        recent=int(units.weight[mine & units.recent].sum()),
        before=int(units.weight[mine & ~units.recent].sum()),
        submissions=int(source.nunique()),
        records=usable[pd.MultiIndex.from_frame(usable[KEY]) == units.names[at]],
        nearby=_nearby(units.table[~units.recent], signature),
        p_value=p_value,
    )


def _nearby(early: pd.DataFrame, signature: dict[str, str]) -> int:
    """Earlier incidents of the same area and mode that lack a part of the signature and contradict none."""
    same = early["crime_area"].eq(signature["crime_area"]) & early["mode"].eq(signature["mode"])
    for part in ("hiding", "abuse", "technique"):
        same &= early[part].eq(signature[part]) | early[part].eq(UNSAID)
    exact = (early[KEY] == pd.Series(signature)).all(axis=1)
    return counts.number(early[(same & ~exact).astype(bool)])
