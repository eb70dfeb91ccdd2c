"""Why an edition is out of date, in sentences: which submission, which file, what else changed."""

from collections.abc import Mapping

from ens_reports.editions.manifest import Manifest, SubmissionUsed

CHANGED = {
    "notebook": "the notebook changed",
    "code": "the analyses, the theme or a code list changed",
    "lock": "the lock changed",
    "policy": "the release policy changed",
    "disclosure_plan": "the disclosure rules changed",
    "judgements": "the judgements changed",
    "settings": "organisation, product or a name changed",
}
"""Inputs of an edition by name, without its submissions, its view and its predecessor."""
FIRST = "no edition yet"
FORCED = "asked for by --force"
SEEN = "what the recipient may see changed"


def reasons(before: Manifest | None, now: Manifest, *, files: Mapping[str, str]) -> tuple[str, ...]:
    """Compare an edition that is wanted with the one that there is.

    Args:
        before: The newest edition of the series; none when there is none.
        now: The wanted one.
        files: Name of the file that came, by submission.

    Returns:
        At least one sentence without its full stop.
    """
    if before is None:
        return (FIRST,)
    found = [
        *_of_submissions(before.inputs.submissions, now.inputs.submissions, files),
        *(sentence for name, sentence in CHANGED.items() if getattr(before.inputs, name) != getattr(now.inputs, name)),
        *(["a parameter changed"] if before.parameters != now.parameters else []),
        *(["Python, the machine or the renderer changed"] if before.toolchain != now.toolchain else []),
    ]
    if not found:
        found = [SEEN if before.inputs.view != now.inputs.view else FORCED]
    return tuple(found)


def _of_submissions(before: tuple[SubmissionUsed, ...], now: tuple[SubmissionUsed, ...], files: Mapping[str, str]) -> list[str]:
    then = {used.submission: used.rows for used in before}
    current = {used.submission: used.rows for used in now}
    said = {name: f"{name} ({files[name]})" if name in files else name for name in {*then, *current}}
    return [
        *(f"new submission {said[name]}" for name in current if name not in then),
        *(f"submission {said[name]} is no longer used" for name in then if name not in current),
        *(
            f"{current[name]} rows of {said[name]} are used, {then[name]} before"
            for name in current
            if name in then and current[name] != then[name]
        ),
    ]
