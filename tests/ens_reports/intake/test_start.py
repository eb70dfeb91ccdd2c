"""What a command that takes in files must not wait for."""

import subprocess
import sys

import pytest

HEAVY = ["IPython", "duckdb", "matplotlib", "openpyxl", "pypdf", "scipy.spatial", "scipy.stats", "sqlalchemy"]


def _loaded(module: str) -> list[str]:
    code = f"import sys, {module}; print(*(name for name in sys.argv[1:] if name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", code, *HEAVY, "pandera", "pandas"], capture_output=True, text=True, check=True)  # noqa: S603
    return run.stdout.split()


@pytest.mark.parametrize(
    ("module", "expected"),
    [
        ("ens_reports.cli", []),
        ("ens_reports.pipeline", []),
        ("ens_reports.intake.reader.child", []),
        ("ens_reports.intake.run", ["pandera", "pandas"]),
    ],
)
def test_libraries_are_imported_where_they_are_used(module: str, expected: list[str]) -> None:
    assert _loaded(module) == expected
