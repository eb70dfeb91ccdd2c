from collections.abc import Callable

import pandas as pd
import plain

from ens_reports.policy.own import OwnRecords, sorted_out, submissions_of
from ens_reports.store import Store


def test_what_is_kept_of_both_is_put_together() -> None:
    def of(submission: str, **withheld: int) -> OwnRecords:
        rows = pd.DataFrame({"submission": [submission], "source_row": [3], "marked": ["official"], "return_year": [2025]})
        return OwnRecords(rows=rows, submissions={}, withheld=withheld)

    both = of("KEN-1", expired=1, barred=2).with_others(of("KEN-2", expired=4))
    assert both.rows.to_dict("list") == {"submission": ["KEN-1", "KEN-2"], "source_row": [3, 3], "marked": ["official", "official"]}
    assert both.withheld == {"expired": 5, "barred": 2}


def test_records_are_sorted_out_by_the_rule_that_closes_them() -> None:
    rules = ["", "expired", "protected", "", "expired"]
    judged = pd.DataFrame({"submission": ["KEN-1", "KEN-2", "KEN-2", "KEN-3", "KEN-1"], "rule": rules}, index=[7, 5, 3, 1, 2])
    submissions = {name: plain.row(name) for name in ("KEN-1", "KEN-2", "KEN-3")}
    found = sorted_out(judged, submissions)
    assert list(found.rows.index) == [7, 1]
    assert found.submissions == {name: submissions[name] for name in ("KEN-1", "KEN-3")}
    assert found.withheld == {"expired": 2, "protected": 1}


def test_only_what_the_recipient_sent_under_the_contract_is_its_own(
    store: Store, records: Callable[..., pd.DataFrame], deliver: Callable[..., str]
) -> None:
    deliver(store, "KEN", records("KEN", "2025-01-01"))
    frame = pd.DataFrame({"reporting_country": ["KEN"], "source_id": ["a"]})
    name = deliver(store, "KEN", frame, contract="osint")
    deliver(store, "UGA", frame, contract="osint")
    deliver(store, "KEN", pd.DataFrame({"reporting_country": ["KEN"], "return_year": [2025]}), contract="capacity")
    assert list(submissions_of(store.snapshot(), "KEN", contract="osint")) == [name]
