import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from data_contracts.checks.plain import numbers

TEXTS = st.lists(
    st.one_of(
        st.none(),
        st.floats(allow_nan=False, allow_infinity=False).map(repr),
        st.integers(min_value=-(10**20), max_value=10**20).map(str),
        st.decimals(allow_nan=False, allow_infinity=False, places=6).map(str),
        st.sampled_from(["1e5", "inf", "nan", " 3", "3 ", "0x10", "1_000", "12,5", "+4", ".5", "5.", "-", "", "\u0663", "True"]),
    ),
    max_size=30,
)


@given(texts=TEXTS)
def test_numbers_are_those_that_pandas_reads(texts: list[str | None]) -> None:
    cells = pd.Series(texts, index=range(5, len(texts) + 5), dtype="str")
    pd.testing.assert_series_equal(numbers(cells), pd.to_numeric(cells, errors="coerce").astype("float64"), check_exact=True)
