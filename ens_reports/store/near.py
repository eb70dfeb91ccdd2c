"""Which records could fit others: by a number that they share, or by who reports on whom, of what and when; nothing else is read."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from ens_reports.store import records

LIST = ";"
LAST_CASED = 0x10000
"""Beyond it no letter has a capital from A to Z."""
NOT_PLAIN = "[^ -~]"
"""What is not written in plain letters."""


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Records with one of some numbers.

    Attributes:
        field: Where they stand, one or several in a cell.
        wanted: In capitals and digits, without anything between.
    """

    field: str
    wanted: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Route:
    """Records of some reporters on whose route some countries lie.

    Attributes:
        reporters: Who report.
        fields: Where countries stand, one or several in a cell.
        countries: One of these must stand there.
        goods: Where goods stand; the first that is filled counts.
        named: One of these must stand there, in small letters.
        first: Day from which.
        last: Day to which.
    """

    reporters: frozenset[str]
    fields: tuple[str, ...]
    countries: frozenset[str]
    goods: tuple[str, ...]
    named: frozenset[str]
    first: date
    last: date


Sought = Numbers | Route
Query = tuple[str, dict[str, Any]]


def near(files: Mapping[Path, str], sought: Collection[Sought]) -> pd.DataFrame:
    """Records of which some revision fits one of what is sought. Letters that are not plain may bring in a few that don't.

    Args:
        files: Files to read, each with the digest that it must have.
        sought: What they are found by.

    Returns:
        `record_id` and `owner`, each record once.

    Raises:
        DamageError: A file is not what its digest says.
    """
    parts = [pd.DataFrame({"record_id": [], "owner": []}, dtype="str")]
    if files and sought:
        for path, name in files.items():
            records.check(path, name)
        import duckdb  # noqa: PLC0415 - it takes long to import

        values = {"files": [str(path) for path in files]}
        with duckdb.connect() as connection:
            connection.execute("set parquet_metadata_cache = true")
            there = set(connection.sql(_COLUMNS, params=values).columns)
            for query, asked in _queries(sought, there):
                parts.append(connection.sql(query, params=values | asked).to_arrow_table().to_pandas())
    return pd.concat(parts, ignore_index=True).drop_duplicates(ignore_index=True)


_COLUMNS = "select * from read_parquet($files, union_by_name = true)"
_NUMBERS = """
    select distinct record_id, owner from (
        select record_id, owner, unnest(string_split(regexp_replace(upper({field}), '[^0-9A-Z;]', '', 'g'), ';')) as number
        from read_parquet($files, union_by_name = true) where {field} is not null
    ) where number in (select unnest($numbers))
    union all
    select distinct record_id, owner from read_parquet($files, union_by_name = true) where regexp_matches({field}, $odd)
"""
_ROUTE = """
    select distinct record_id, owner from read_parquet($files, union_by_name = true)
    where reporting_country in ({reporters}) and ({route}) and date_from between $first and $last
        and (lower(coalesce({goods})) in (select unnest($named)) or regexp_matches(coalesce({goods}), $odd))
"""
"""Who reports stands in the query itself, so that files of others are passed over by their heads."""


def _queries(sought: Iterable[Sought], there: set[str]) -> Iterator[Query]:
    for one in sought:
        if isinstance(one, Numbers):
            if one.field in there:
                yield _NUMBERS.format(field=one.field), {"numbers": sorted(one.wanted), "odd": f"[{_odd()}]"}
            continue
        route, goods = ([name for name in names if name in there] for names in (one.fields, one.goods))
        if route and goods:
            yield _of_route(one, route, goods)


def _of_route(one: Route, route: Iterable[str], goods: Iterable[str]) -> Query:
    reporters = {f"reporter{place}": code for place, code in enumerate(sorted(one.reporters))}
    query = _ROUTE.format(
        reporters=", ".join(f"${name}" for name in reporters),
        route=" or ".join(f"regexp_matches({name}, $countries)" for name in route),
        goods=", ".join(goods),
    )
    countries = "|".join(map(re.escape, sorted(one.countries)))
    asked = {"countries": f"(^|{LIST})({countries})({LIST}|$)", "named": sorted(one.named), "odd": NOT_PLAIN}
    return query, reporters | asked | {"first": one.first, "last": one.last}


@cache
def _odd() -> str:
    """Letters besides A to Z whose capitals have such a letter: programs differ in how they write these."""
    return "".join(chr(code) for code in range(0x80, LAST_CASED) if re.search("[0-9A-Z]", chr(code).upper()))
