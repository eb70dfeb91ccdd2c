"""A draft of a mapping, made from a file's headers and values, for an analyst to confirm."""

from ens_reports.intake.suggest.suggested import Suggestion, suggest

__all__ = ["Suggestion", "suggest"]
