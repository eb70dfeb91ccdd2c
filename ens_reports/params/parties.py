"""Who sends and who receives: member countries and bodies."""

from typing import Annotated, Literal

from pydantic import Field

from ens_reports.locales import Language
from ens_reports.params.strict import Setting

Kind = Literal["country", "igo", "ngo", "research", "bureau", "working_group"]
KINDS: tuple[Kind, ...] = ("country", "igo", "ngo", "research", "bureau", "working_group")
PartyCode = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9-]{1,19}$")]
LanguageCode = Literal["en", "fr", "es", "ar"]


class Party(Setting):
    """One party.

    Attributes:
        code: ISO 3166-1 alpha-3 for a country, else its own code.
        kind: What it is; `release_policy.yaml` speaks of kinds.
        title: Name of a body; empty for countries, which are named by the countries code list.
        languages: Official languages it works in, the first for what is sent to it.
        consortium: Whether it is of the consortium that owners may open their records to.
        contact_post: A post, never a person.
    """

    code: PartyCode
    kind: Kind
    title: str = ""
    languages: tuple[LanguageCode, ...] = Field(min_length=1)
    consortium: bool = False
    contact_post: str

    @property
    def name(self) -> str:
        """The English name."""
        return self.name_in(Language("en"))

    def name_in(self, language: Language) -> str:
        """The name as a reader of this language knows it."""
        return self.title or language.country(self.code)


class _Country(Setting):
    languages: tuple[LanguageCode, ...] = Field(min_length=1)
    contact_post: str = "National Central Bureau"


class _Body(Setting):
    kind: Kind
    title: str = Field(min_length=1)
    languages: tuple[LanguageCode, ...] = ("en",)
    consortium: bool = False
    contact_post: str


class PartiesFile(Setting):
    """`params/parties.yaml`: countries by code, then bodies by code."""

    countries: dict[PartyCode, _Country]
    bodies: dict[PartyCode, _Body]

    def parties(self) -> tuple[Party, ...]:
        """All parties, by code."""
        countries = [Party(code=code, kind="country", **row.model_dump()) for code, row in self.countries.items()]
        bodies = [Party(code=code, **row.model_dump()) for code, row in self.bodies.items()]
        return tuple(sorted([*countries, *bodies], key=lambda party: party.code))
