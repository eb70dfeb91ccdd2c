import pandas as pd
import pytest
import worlds

from ens_reports.report.others import Others, opened


def test_nothing_can_be_read_off_closed_records() -> None:
    closed = Others(worlds.incidents(3, own=False))
    assert repr(closed) == str(closed) == "Others()"
    for use in (len, list, lambda them: them["owner"], lambda them: them.groupby("owner"), lambda them: them.shape, vars):
        with pytest.raises((TypeError, AttributeError)):
            use(closed)
    with pytest.raises(TypeError):
        pd.concat([worlds.incidents(1), closed])


def test_a_change_keeps_them_closed() -> None:
    closed = Others(worlds.incidents(3, own=False)).through(lambda rows: rows.head(1))
    assert len(opened(closed)) == 1


def test_own_records_do_not_belong_there() -> None:
    with pytest.raises(ValueError, match=r"^records of others must not hold the recipient's own$"):
        Others(worlds.incidents(2, own=[True, False]))
