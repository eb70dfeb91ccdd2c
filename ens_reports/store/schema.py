"""The ledger's tables, and how an older ledger becomes one of today."""

from collections.abc import Mapping

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Date,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    func,
    insert,
    inspect,
    select,
    text,
)

from ens_reports.errors import DamageError
from ens_reports.store.text import Text

METADATA = MetaData()
SERVERS = MetaData()
"""What only a ledger on a server has."""

schema_versions = Table("schema_versions", METADATA, Column("version", Integer, primary_key=True))
"""Every version that this ledger has been brought to."""

commits = Table(
    "commits",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("submission", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Text, nullable=False),
    sqlite_autoincrement=True,
)
"""What changed the records, one number each: a snapshot is taken as of such a number."""

submissions = Table(
    "submissions",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("seq", Integer, ForeignKey("commits.seq"), nullable=False, unique=True),
    Column("party", Text, nullable=False, index=True),
    Column("contract", Text, nullable=False),
    Column("contract_version", Integer, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("received_on", Date, nullable=False),
    Column("cover", JSON, nullable=False),
    Column("mapping", Text, nullable=False),
    Column("counts", JSON, nullable=False),
    Column("findings", JSON, nullable=False),
    Column("records", Text, nullable=False),
    Column("quarantine", Text, nullable=False),
    Column("withdrawn_seq", Integer, ForeignKey("commits.seq")),
    Column("withdrawn_on", Date),
    Column("withdrawn_reason", Text, nullable=False),
    Column("ended", Text, nullable=False, default=""),
    Column("erased_seq", Integer),
)
"""What arrived. The row of a submission that was withdrawn, or of which all has expired, is its tombstone."""

files = Table(
    "files",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("submission", Text, ForeignKey("submissions.id"), primary_key=True, index=True),
)
"""Which files hold rows of a submission: the one that brought it, and others that brought them again."""

tombstones = Table(
    "tombstones",
    METADATA,
    Column("submission", Text, ForeignKey("submissions.id"), primary_key=True),
    Column("source_row", Integer, primary_key=True, autoincrement=False),
    Column("record_id", Text, nullable=False, index=True),
    Column("record_digest", Text, nullable=False),
    Column("seq", Integer, ForeignKey("commits.seq"), nullable=False),
)
"""What is left of a record that was deleted."""

erasures = Table(
    "erasures",
    METADATA,
    Column("seq", Integer, ForeignKey("commits.seq"), primary_key=True, autoincrement=False),
    Column("submission", Text, ForeignKey("submissions.id"), primary_key=True),
    Column("finished", Boolean, nullable=False),
)
"""Deletions that the ledger has decided on; until one is finished, files may still hold what is to go."""

editions = Table(
    "editions",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("product", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("recipient", Text, nullable=False, index=True),
    Column("language", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("key", Text, nullable=False, index=True),
    Column("as_of", Integer, nullable=False),
    Column("marking", Text, nullable=False),
    Column("manifest", Text, nullable=False),
    Column("supersedes", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("built_at", Text, nullable=False),
    Column("audit_entries", Integer, nullable=False, default=0),
    Column("audit_head", Text, nullable=False, default=""),
)
"""What was built."""

edition_inputs = Table(
    "edition_inputs",
    METADATA,
    Column("edition", Text, ForeignKey("editions.id"), primary_key=True),
    Column("submission", Text, ForeignKey("submissions.id"), primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("which", Text, nullable=False, default=""),
)
"""Which submissions an edition used, how many rows of each, and which."""

edition_marks = Table(
    "edition_marks",
    METADATA,
    Column("edition", Text, ForeignKey("editions.id"), primary_key=True),
    Column("seq", Integer, ForeignKey("commits.seq"), primary_key=True, autoincrement=False),
    Column("submission", Text, ForeignKey("submissions.id"), primary_key=True),
    Column("mark", Text, nullable=False),
    Column("cause", Text, nullable=False),
)
"""Editions that used what was deleted since: to be superseded, or to be recalled."""

consents = Table(
    "consents",
    METADATA,
    Column("seq", Integer, ForeignKey("commits.seq"), primary_key=True, autoincrement=False),
    Column("owner", Text, nullable=False, index=True),
    Column("target", Text, nullable=False),
    Column("recipients", JSON, nullable=False),
    Column("levels", JSON, nullable=False),
    Column("purposes", JSON, nullable=False),
    Column("given_by", Text, nullable=False),
    Column("given_on", Date, nullable=False),
    Column("until", Date),
    Column("ended_seq", Integer, ForeignKey("commits.seq")),
    Column("ended_on", Date),
)
"""Who said later, of what it had closed, that somebody may see it."""

findings = Table(
    "findings",
    METADATA,
    Column("submission", Text, ForeignKey("submissions.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("check", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("header", Text, nullable=False),
    Column("sheet", Text, nullable=False),
    Column("column", Integer, nullable=False),
    Column("count", Integer, nullable=False),
    Column("places", JSON, nullable=False),
    Column("wording", JSON, nullable=False),
    Column("audience", Text, nullable=False),
    Column("about", JSON, nullable=False),
)
"""What was found in a submission, without any value of a record."""

answers = Table(
    "answers",
    METADATA,
    Column("submission", Text, ForeignKey("submissions.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("party", Text, nullable=False, index=True),
    Column("contract", Text, nullable=False),
    Column("check", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("header", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("day", Date, nullable=False),
)
"""What senders answered to findings and to how their columns were read; the submission is the one that brought the answer."""

audit = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("details", JSON, nullable=False),
    Column("previous", Text, nullable=False),
    Column("digest", Text, nullable=False),
    sqlite_autoincrement=True,
)
"""Who did what: each row holds the digest of the one before it."""

audit_ends = Table(
    "audit_ends",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("entries", Integer, nullable=False),
    Column("digest", Text, nullable=False),
)
"""One row: how many entries the log has, and the digest of the last, so that a removed tail shows."""

ledger_names = Table("ledger_names", SERVERS, Column("name", Text, primary_key=True))
"""One row: by this name a workspace knows its ledger."""

VERSION = 3
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
    3: (
        "alter table submissions add column ended varchar not null default ''",
        "alter table submissions add column erased_seq integer",
        "update submissions set ended = 'withdrawn' where withdrawn_seq is not null",
        "alter table editions add column audit_entries integer not null default 0",
        "alter table editions add column audit_head varchar not null default ''",
        "alter table edition_inputs add column which varchar not null default ''",
        """
        create table files (
            sha256 varchar not null, submission varchar not null references submissions (id), primary key (sha256, submission)
        )
        """,
        "create index ix_files_submission on files (submission)",
        "insert into files select sha256, id from submissions",
        """
        create table tombstones (
            submission varchar not null references submissions (id), source_row integer not null, record_id varchar not null,
            record_digest varchar not null, seq integer not null references commits (seq), primary key (submission, source_row)
        )
        """,
        "create index ix_tombstones_record_id on tombstones (record_id)",
        """
        create table erasures (
            seq integer not null references commits (seq), submission varchar not null references submissions (id),
            finished boolean not null, primary key (seq, submission)
        )
        """,
        """
        create table edition_marks (
            edition varchar not null references editions (id), seq integer not null references commits (seq),
            submission varchar not null references submissions (id), mark varchar not null, cause varchar not null,
            primary key (edition, seq, submission)
        )
        """,
        """
        create table consents (
            seq integer not null primary key references commits (seq), owner varchar not null, target varchar not null,
            recipients json not null, levels json not null, purposes json not null, given_by varchar not null, given_on date not null,
            until date, ended_seq integer references commits (seq), ended_on date
        )
        """,
        "create index ix_consents_owner on consents (owner)",
        "create table audit_ends (id integer not null primary key, entries integer not null, digest varchar not null)",
        "insert into audit_ends select 1, count(*), coalesce((select digest from audit order by id desc limit 1), '') from audit",
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
