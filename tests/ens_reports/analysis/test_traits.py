import worlds

from ens_reports.analysis import traits


def test_said_is_lower_case_and_missing_where_it_tells_nothing() -> None:
    rows = worlds.incidents(4, transport_mode=[" Sea ", "unknown", "other", None])
    assert traits.said(rows, "transport_mode").dropna().tolist() == ["sea"]
    assert traits.said(rows, "no_such_column").isna().all()


def test_goods_take_the_first_name_that_is_there() -> None:
    rows = worlds.incidents(
        3, commodity=["Ivory", None, None], scientific_name=["x", "LOXODONTA africana", None], mineral=[None, None, "gold"]
    )
    assert traits.goods(rows).tolist() == ["ivory", "Loxodonta africana", "gold"]


def test_having_no_permit_is_no_document_abuse() -> None:
    rows = worlds.incidents(4, permit_status=["forged", "none", "valid", None], consent_status=[None, None, "falsified", None])
    found = traits.document_abuse(rows)
    assert found.dropna().tolist() == ["forged", "falsified"]


def test_a_technique_that_is_none_is_missing() -> None:
    rows = worlds.incidents(3, taking_method=["none", "snare;net", None], gear=[None, None, "PS"])
    assert traits.technique(rows).dropna().tolist() == ["snare", "PS"]


def test_the_commonest_of_equals_is_the_first_in_the_alphabet() -> None:
    rows = worlds.incidents(4, admin1=["b", "a", "b", "a"])
    assert traits.commonest(rows["admin1"]) == "a"
    assert traits.commonest(rows["admin1"].iloc[:0]) == ""
