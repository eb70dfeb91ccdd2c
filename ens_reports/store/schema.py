"""The ledger's tables, and how an older ledger becomes one of today."""

from collections.abc import Mapping

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Date,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    func,
    insert,
    inspect,
    select,
    text,
)

from ens_reports.errors import DamageError

METADATA = MetaData()

schema_versions = Table("schema_versions", METADATA, Column("version", Integer, primary_key=True))
"""Every version that this ledger has been brought to."""

commits = Table(
    "commits",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("kind", String, nullable=False),
    Column("submission", String, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", String, nullable=False),
    sqlite_autoincrement=True,
)
"""What changed the records, one number each: a snapshot is taken as of such a number."""

submissions = Table(
    "submissions",
    METADATA,
    Column("id", String, primary_key=True),
    Column("seq", Integer, ForeignKey("commits.seq"), nullable=False, unique=True),
    Column("party", String, nullable=False, index=True),
    Column("contract", String, nullable=False),
    Column("contract_version", Integer, nullable=False),
    Column("file_name", String, nullable=False),
    Column("sha256", String, nullable=False, index=True),
    Column("received_on", Date, nullable=False),
    Column("cover", JSON, nullable=False),
    Column("mapping", String, nullable=False),
    Column("counts", JSON, nullable=False),
    Column("findings", JSON, nullable=False),
    Column("records", String, nullable=False),
    Column("quarantine", String, nullable=False),
    Column("withdrawn_seq", Integer, ForeignKey("commits.seq")),
    Column("withdrawn_on", Date),
    Column("withdrawn_reason", String, nullable=False),
)
"""What arrived. A withdrawn submission's row is its tombstone."""

editions = Table(
    "editions",
    METADATA,
    Column("id", String, primary_key=True),
    Column("product", String, nullable=False),
    Column("level", String, nullable=False),
    Column("recipient", String, nullable=False, index=True),
    Column("language", String, nullable=False),
    Column("period", String, nullable=False),
    Column("reference", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("key", String, nullable=False, index=True),
    Column("as_of", Integer, nullable=False),
    Column("marking", String, nullable=False),
    Column("manifest", String, nullable=False),
    Column("supersedes", String, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("built_at", String, nullable=False),
)
"""What was built."""

edition_inputs = Table(
    "edition_inputs",
    METADATA,
    Column("edition", String, ForeignKey("editions.id"), primary_key=True),
    Column("submission", String, ForeignKey("submissions.id"), primary_key=True),
    Column("sha256", String, nullable=False),
    Column("rows", Integer, nullable=False),
)
"""Which submissions an edition used, and how many rows of each."""

findings = Table(
    "findings",
    METADATA,
    Column("submission", String, ForeignKey("submissions.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("check", String, nullable=False),
    Column("field", String, nullable=False),
    Column("header", String, nullable=False),
    Column("sheet", String, nullable=False),
    Column("column", Integer, nullable=False),
    Column("count", Integer, nullable=False),
    Column("places", JSON, nullable=False),
    Column("wording", JSON, nullable=False),
    Column("audience", String, nullable=False),
    Column("about", JSON, nullable=False),
)
"""What was found in a submission, without any value of a record."""

answers = Table(
    "answers",
    METADATA,
    Column("submission", String, ForeignKey("submissions.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("party", String, nullable=False, index=True),
    Column("contract", String, nullable=False),
    Column("check", String, nullable=False),
    Column("field", String, nullable=False),
    Column("header", String, nullable=False),
    Column("answer", String, nullable=False),
    Column("value", String, nullable=False),
    Column("day", Date, nullable=False),
)
"""What senders answered to findings and to how their columns were read; the submission is the one that brought the answer."""

audit = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("details", JSON, nullable=False),
    Column("previous", String, nullable=False),
    Column("digest", String, nullable=False),
    sqlite_autoincrement=True,
)
"""Who did what: each row holds the digest of the one before it."""

VERSION = 2
STEPS: Mapping[int, tuple[str, ...]] = {
    2: (
        """
        create table findings (
            submission varchar not null references submissions (id), position integer not null, "check" varchar not null,
            field varchar not null, header varchar not null, sheet varchar not null, "column" integer not null, count integer not null,
            places json not null, wording json not null, audience varchar not null, about json not null,
            primary key (submission, position)
        )
        """,
        """
        create table answers (
            submission varchar not null references submissions (id), position integer not null, party varchar not null,
            contract varchar not null, "check" varchar not null, field varchar not null, header varchar not null,
            answer varchar not null, value varchar not null, day date not null, primary key (submission, position)
        )
        """,
        "create index ix_answers_party on answers (party)",
    ),
}
"""Statements that bring a ledger of the version before to this version."""


def migrate(connection: Connection) -> None:
    """Make the tables, or bring those of an older version to this one.

    Args:
        connection: In a transaction.

    Raises:
        DamageError: The ledger is of a newer version than this program.
    """
    found = current(connection)
    if found > VERSION:
        raise DamageError(f"the ledger must be of schema version {VERSION} at most, got {found}", hint="install the newer program")
    if found == 0:
        METADATA.create_all(connection)
        connection.execute(insert(schema_versions).values(version=VERSION))
        return
    for version in range(found + 1, VERSION + 1):
        for statement in STEPS[version]:
            connection.execute(text(statement))
        connection.execute(insert(schema_versions).values(version=version))


def current(connection: Connection) -> int:
    """The version that the ledger is of; 0 when it has no tables yet."""
    if not inspect(connection).has_table(schema_versions.name):
        return 0
    return int(connection.execute(select(func.max(schema_versions.c.version))).scalar_one())
