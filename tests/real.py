"""The six real files, which are not in the repository: their publishers may be named, their records not copied."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "realdata"
FILES = {
    "alcatrazes": "alcatrazes_fishing_2017_2021.csv",
    "colombia": "colombia_environmental_crime_2003.json",
    "eia": "eia_pangolin_seizures_2000_2019.xlsx",
    "helcom": "helcom_oil_1998_2014.csv",
    "ibama": "ibama_acre_flora_1983_2018.csv",
    "raisg": "raisg_illegal_mining_points_2022.geojson",
}
"""Name of its mapping -> the file."""

needed = pytest.mark.skipif(
    not REAL.is_dir(),
    reason="the real files are not in ../shared/realdata: they may not be copied here; SOURCES.md there names their publishers",
)
