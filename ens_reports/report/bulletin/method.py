"""One method: what it looks like, how it was found, what to check, variants, evaluation, and the draft of a Purple Notice."""

from ens_reports import report
from ens_reports.analysis.bulletin import Bulletin
from ens_reports.analysis.method_profile import Profile
from ens_reports.analysis.signatures import Method
from ens_reports.report.charts.method_timeline import method_timeline
from ens_reports.report.wording import indicators, methods, standing


def describe(found: Bulletin) -> None:
    """Write the pages of every new method that has some.

    Args:
        found: The bulletin.
    """
    for number, (method, profile) in enumerate(found.told, start=1):
        _head(found, method, profile)
        _looks(found, method, profile, number)
        _found(found, method, profile)
        _variants(found, profile, number)
        _ask(found, profile)
        _purple(found, method, profile)
    _brief(found)


def _head(found: Bulletin, method: Method, profile: Profile) -> None:
    language = found.view.language
    own = language.plural("{n} of them is your own.", "{n} of them are your own.", profile.own) if profile.own else ""
    unnamed = language.text("It was also seen by contributors who may not be named.") if profile.unnamed else ""
    report.section(
        methods.name(method, language), basis=f"{methods.seen(profile, language)} {own}".strip(), new_page=True, rests_on=report.RECORDS
    )
    if unnamed:
        report.text(unnamed)


def _looks(found: Bulletin, method: Method, profile: Profile, number: int) -> None:
    language, _ = found.view.language, found.view.language.text
    report.section(_("What it looks like"), level=2)
    stages = [
        language.plural("{stage} ({n} incident)", "{stage} ({n} incidents)", int(count), stage=language.term(str(stage)))
        for stage, count in profile.stages.items()
    ]
    steps = _("Steps recorded: {stages}.", stages=language.join(stages)) if stages else ""
    said = [steps, methods.quantity(profile, language), methods.laws(method, profile, language)]
    report.text(" ".join(part for part in said if part))
    report.figure(
        method_timeline(profile.quarterly, baseline=found.methods.baseline, recent=found.methods.recent, language=language),
        key=f"timeline-{number}",
        caption=_("Incidents of this method by quarter"),
        alt=methods.alt(profile, language),
        source=standing.source(found.view),
        n=profile.n,
    )


def _found(found: Bulletin, method: Method, profile: Profile) -> None:
    language, _ = found.view.language, found.view.language.text
    report.section(_("How it was found, and what to check tomorrow"), level=2)
    report.text(methods.found_by(profile, language))
    report.items(indicators.indicators(method.signature, language), style="checklist")


def _variants(found: Bulletin, profile: Profile, number: int) -> None:
    language, _ = found.view.language, found.view.language.text
    rows = methods.variants(profile, language)
    if rows:
        report.table(
            rows,
            key=f"variants-{number}",
            columns=[report.Column(label=_("What varies")), report.Column(label=_("Recorded, with incidents"), share=3)],
            caption=_("Variants"),
            source=standing.source(found.view),
            n=profile.n,
            note=_("All routes are alleged."),
        )


def _ask(found: Bulletin, profile: Profile) -> None:
    language, _ = found.view.language, found.view.language.text
    report.text(methods.evaluation(profile, language))
    report.section(_("What we ask"), level=2)
    lacking = methods.asked(profile, language)
    if lacking:
        fields = language.join(lacking)
        report.text(_("If you see this method, report it with these fields, even where the answer is none: {fields}.", fields=fields))
    else:
        report.text(_("If you see this method, report it in full, as here."))


def _purple(found: Bulletin, method: Method, profile: Profile) -> None:
    language, _ = found.view.language, found.view.language.text
    parts = [report.paragraph(report.strong(f"{label}. "), said) for label, said in methods.purple(method, profile, language)]
    closing = report.paragraph(
        _("Facts only. It names no person, and it becomes a notice only when a National Central Bureau adopts it."), role="note"
    )
    report.callout("draft", _("Purple Notice: draft for a National Central Bureau to adopt"), [*parts, closing])


def _brief(found: Bulletin) -> None:
    language, _ = found.view.language, found.view.language.text
    if found.brief:
        report.section(_("Further new methods"), level=2)
        report.items([methods.name(method, language) for method in found.brief])
