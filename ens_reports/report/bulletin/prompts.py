"""Eligibility prompts: what the reader could ask for on its own persons. They name nobody, and go to their owner alone."""

from ens_reports import report
from ens_reports.analysis.bulletin import Bulletin
from ens_reports.locales import mark

MOST = 20
NOTICES = {
    "charged": mark("Red Notice or wanted persons diffusion, if the reference is an arrest warrant in force"),
    "suspect": mark("Red Notice or wanted persons diffusion, if the reference is an arrest warrant in force; else a Blue Notice"),
    "convicted": mark("Green Notice, if the person may commit such offences elsewhere; a Red Notice, if a sentence is still to be served"),
    "person_of_interest": mark("Blue Notice, if the person's identity, place or activities are to be found out"),
}
"""Legal status -> what a National Central Bureau could ask for."""


def prompts(found: Bulletin) -> None:
    """Write the annex, if the reader has such persons.

    Args:
        found: The bulletin.
    """
    language, _, persons = found.view.language, found.view.language.text, found.view.persons
    if persons.empty:
        return
    shown, more = persons.head(MOST), max(len(persons) - MOST, 0)
    report.section(_("Annex. Eligibility prompts on your own records"), new_page=True, rests_on=("persons",))
    report.text(
        _("These lines rest on your own records alone, and nobody else receives them. Whether to ask for a notice is your decision."), " ",
        _("Minors, victims, witnesses, and persons of whom you did not say that they are none of these, are left out."),
        role="caveat",
    )  # fmt: skip
    report.table(
        [
            [str(number), language.term(str(status)), str(day), str(reference), _(NOTICES[str(status)])]
            for number, status, day, reference in shown[["subject_id", "person_status", "status_date", "basis_reference"]].itertuples(
                index=False
            )
        ],
        key="prompts",
        columns=[
            report.Column(label=_("Your number of the subject"), share=1.4),
            report.Column(label=_("Legal status")),
            report.Column(label=_("Since")),
            report.Column(label=_("Case or warrant"), share=1.4),
            report.Column(label=_("What you could ask for"), share=2.6),
        ],
        caption=_("Persons in your records of whom a notice could be asked for"),
        source=_("Your own records"),
        n=len(persons),
        note=language.plural("{n} more person is in your records.", "{n} more persons are in your records.", more) if more else "",
    )
