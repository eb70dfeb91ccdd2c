"""Numbers of a column of text: nearly all are plain decimals, which Arrow reads much quicker than pandas, and to the same number."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

DECIMAL = r"^-?[0-9]+(\.[0-9]+)?$"


def numbers(cells: pd.Series) -> pd.Series:
    """The numbers that cells of text are.

    Args:
        cells: Text, with missing cells.

    Returns:
        float64, same index; not a number where there is none, or none that pandas can read.
    """
    texts = pa.array(cells).cast(pa.large_string())
    plain = pc.match_substring_regex(texts, DECIMAL)
    found = pc.if_else(plain, texts, pa.scalar(None, pa.large_string())).cast(pa.float64()).to_numpy(zero_copy_only=False)
    others = pc.fill_null(pc.invert(plain), fill_value=False).to_numpy(zero_copy_only=False).astype(bool)
    if others.any():
        found = np.array(found)
        found[others] = pd.to_numeric(cells[others], errors="coerce").to_numpy(dtype="float64")
    return pd.Series(found, index=cells.index, dtype="float64")
