"""Reads a YAML file into a typed value: an unknown key is an error with a suggestion."""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process as fuzzy

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # PyYAML was built without libyaml; it takes ten times as long
    from yaml import SafeLoader  # type: ignore[assignment]

from ens_reports import digest
from ens_reports.errors import RequestError

Model = TypeVar("Model", bound=BaseModel)
SIMILAR_ENOUGH = 60
"""Score (0 to 100) from which a known name is offered for an unknown one."""


class Setting(BaseModel):
    """Base of all settings: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @property
    def digest(self) -> str:
        """SHA-256 of the values, whatever the file's layout."""
        return digest.of_value(self.model_dump(mode="json"))


class _Loader(SafeLoader):
    """YAML where a key that stands twice is an error: the second would silently win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:  # noqa: FBT001, FBT002 - the signature is PyYAML's
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        repeated = next((key for key in keys if keys.count(key) > 1), None)
        if repeated is not None:
            raise yaml.MarkedYAMLError(problem=f"the key {repeated!r} stands twice", problem_mark=node.start_mark)
        return dict(super().construct_mapping(node, deep=deep))


def read(path: Path, model: type[Model]) -> Model:
    """Read a YAML file into a typed value.

    Args:
        path: The file.
        model: What it must be.

    Returns:
        The value.

    Raises:
        RequestError: The file is missing or is not YAML, or a key is unknown, missing or ill-typed.
    """
    try:
        content = yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 - a safe loader that also refuses repeated keys
    except FileNotFoundError:
        raise RequestError(f"{path} must be a file, got none", hint="restore it from the repository") from None
    except yaml.YAMLError as error:
        raise RequestError(f"{path} must be YAML, got: {_problem(error)}", hint="correct the line it names") from None
    return parse({} if content is None else content, model, source=str(path))


def parse(content: object, model: type[Model], *, source: str) -> Model:
    """Turn plain values into a typed one.

    Args:
        content: Plain values, as YAML gives them.
        model: What they must be.
        source: Where they come from, for the message.

    Raises:
        RequestError: A key is unknown, missing or ill-typed.
    """
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise _request_error(error.errors(include_url=False)[0], model, source) from None


def suggestion(name: str, known: list[str]) -> str:
    """A hint that offers the most similar known name, else names them all.

    Args:
        name: What was written.
        known: The names there are.
    """
    best = fuzzy.extractOne(name, known, score_cutoff=SIMILAR_ENOUGH)
    if best is not None:
        return f"did you mean {best[0]!r}?"
    return f"known are {', '.join(sorted(known)[:20])}" if known else "there are none yet"


def _request_error(detail: ErrorDetails, model: type[BaseModel], source: str) -> RequestError:
    place = ".".join(str(part) for part in detail["loc"]) or "the file"
    if detail["type"] == "extra_forbidden":
        name = str(detail["loc"][-1])
        return RequestError(f"{source}: {place} must be a known key, got {name!r}", hint=suggestion(name, _names(model)))
    if detail["type"] == "missing":
        return RequestError(f"{source}: {place} must be given, got nothing", hint=f"add {place}")
    return RequestError(f"{source}: {place} must be valid, got {detail['input']!r}: {detail['msg']}", hint="correct the value")


def _names(model: type[BaseModel]) -> list[str]:
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return sorted({name for part in parts for name in part.get("properties", {})})


def _problem(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"{error.problem} (line {error.problem_mark.line + 1})"
    return "something else"
