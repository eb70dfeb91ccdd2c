"""The cover sheet: what the sender says of the whole submission. Without it coverage can't be told from silence."""

import pandera.pandas as pa

from data_contracts.fields import Text, code, day, several, text
from data_contracts.owned import as_in_incidents


class Cover(pa.DataFrameModel):
    """The one cover of one submission; a blank is not said."""

    period_from: Text = day("First day that the submission speaks of", required="condition")
    period_to: Text = day("Last day that the submission speaks of", required="condition")
    agencies_covered: Text = several("Agencies whose cases it holds")
    source_type: Text = code("Kind of body that observed what the records say, where they do not say it", "source_type")
    completeness: Text = code("How much of what there was it holds", "completeness")
    nil_return: Text = several("Areas in which there was nothing to report", "crime_area")
    confidentiality: Text = as_in_incidents("confidentiality")
    handling_scheme: Text = as_in_incidents("handling_scheme")
    handling_code: Text = as_in_incidents("handling_code")
    consortium: Text = as_in_incidents("consortium")
    allowed_recipients: Text = as_in_incidents("allowed_recipients")
    barred_recipients: Text = as_in_incidents("barred_recipients")
    retain_until: Text = as_in_incidents("retain_until")
    contact_post: Text = text("Post that answers questions; never a person")
    reply_language: Text = code("Language of the reply", "reply_language")
    national_priorities: Text = several("National priorities against environmental crime")
    synthetic: Text = code("Whether the records are made up", "yes_no")

    class Config:
        """Accepted records have these columns, all of them and no others."""

        strict = True
