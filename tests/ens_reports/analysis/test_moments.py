import pandas as pd

from ens_reports.analysis.moments import first_seen, last_seen

RECORDS = pd.DataFrame(
    {
        "place": ["a", "a", "a", "b", "b"],
        "incident_date": ["2019", "2019-03", "2018-05-02", "2019", "2019-12-31"],
        "date_from": pd.to_datetime(["2019-01-01", "2019-03-01", "2018-05-02", "2019-01-01", "2019-12-31"]),
        "date_to": pd.to_datetime(["2019-12-31", "2019-03-31", "2018-05-02", "2019-12-31", "2019-12-31"]),
    }
)


def test_dates_are_as_exact_as_they_were_recorded() -> None:
    assert {"a": "2018-05-02", "b": "2019"} == first_seen(RECORDS, ["place"]).to_dict()


def test_of_two_that_end_together_the_more_exact_is_told() -> None:
    assert {"a": "2019", "b": "2019-12-31"} == last_seen(RECORDS, ["place"]).to_dict()
