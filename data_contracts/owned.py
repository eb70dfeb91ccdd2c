"""The columns that every contract shares with the incidents: whose a row is, how far to trust it, and who may see it."""

import pandera.pandas as pa

from data_contracts.core import Incident
from data_contracts.fields import Declared, Text, column, fields_of

_OF_INCIDENTS = fields_of(Incident)


def as_in_incidents(name: str) -> Declared:
    """A column that means the same as in the incident contracts.

    Args:
        name: The column.
    """
    return column(_OF_INCIDENTS[name])


class Owned(pa.DataFrameModel):
    """What stands last in every contract that is not about incidents."""

    supplied_by: Text = as_in_incidents("supplied_by")
    evaluation_system: Text = as_in_incidents("evaluation_system")
    source_evaluation: Text = as_in_incidents("source_evaluation")
    information_evaluation: Text = as_in_incidents("information_evaluation")
    confidentiality: Text = as_in_incidents("confidentiality")
    handling_scheme: Text = as_in_incidents("handling_scheme")
    handling_code: Text = as_in_incidents("handling_code")
    handling_condition: Text = as_in_incidents("handling_condition")
    allowed_recipients: Text = as_in_incidents("allowed_recipients")
    barred_recipients: Text = as_in_incidents("barred_recipients")
    purpose: Text = as_in_incidents("purpose")
    consortium: Text = as_in_incidents("consortium")
    retain_until: Text = as_in_incidents("retain_until")

    class Config:
        """Accepted records have these columns, all of them and no others."""

        strict = True
