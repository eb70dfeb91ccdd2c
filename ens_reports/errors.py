"""The errors a user can meet, each with its exit code; what is not one of these is a fault of ours (exit code 1)."""

from collections.abc import Iterable


class EnsError(Exception):
    """A failure that is told to the user as `<subject> must <expectation>, got <value>`, with a hint.

    Args:
        message: What is wrong, without any value of a record.
        hint: What the user can do about it.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the hint when the error crosses from a worker process."""
        return _rebuild, (type(self), self.message, self.hint)


class RequestError(EnsError):
    """What was asked for is wrong: an unknown name, a missing parameter, a file that is not there."""

    exit_code = 2


class DataError(EnsError):
    """Data were rejected; rows that were accepted are stored all the same."""

    exit_code = 3


class PolicyError(EnsError):
    """Policy refuses: handling, marking, disclosure or review."""

    exit_code = 4


class ToolError(EnsError):
    """A program that we call is missing, failed, or took too long."""

    exit_code = 5


class DamageError(EnsError):
    """The store, the ledger or an edition is not what its digest says."""

    exit_code = 6


PRECEDENCE = (6, 1, 5, 4, 2, 3, 0)
"""With several outcomes the first of these is the exit code."""


def worst(codes: Iterable[int]) -> int:
    """The exit code of a run with several outcomes.

    Args:
        codes: Exit codes of the parts.

    Returns:
        The first of `PRECEDENCE` that occurs, 0 for none.
    """
    found = set(codes)
    return next((code for code in PRECEDENCE if code in found), 0)


def _rebuild(kind: type[EnsError], message: str, hint: str) -> EnsError:
    return kind(message, hint=hint)
