"""Text in the ledger: it comes back as it was sent, and is ordered alike, on every kind of database."""

import re

from sqlalchemy import Dialect, String, TypeDecorator
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeEngine

_ESCAPED = re.compile(r"\\([\\0])")
_MEANT = {"\\": "\\", "0": "\0"}


class Text(TypeDecorator[str]):
    r"""PostgreSQL keeps no NUL, which a header of a file can hold: there it is written as `\0`, and its order is that of SQLite."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[str]:
        """The type of a column."""
        return dialect.type_descriptor(postgresql.VARCHAR(collation="C") if dialect.name == "postgresql" else String())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is written."""
        if value is None or dialect.name != "postgresql":
            return value
        return value.replace("\\", "\\\\").replace("\0", "\\0")

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """What is read."""
        if value is None or dialect.name != "postgresql":
            return value
        return _ESCAPED.sub(lambda found: _MEANT[found[1]], value)
