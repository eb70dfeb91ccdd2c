import json
import subprocess
import sys

from ens_reports.execute.without import DEBUGGER, GRAMMAR, import_without


def test_the_other_module_can_be_imported_later() -> None:
    sys.modules.pop("this", None)
    import_without("this", "json.tool")

    assert "this" not in sys.modules


def test_what_runs_notebooks_makes_no_parser_of_addresses() -> None:
    names = ["nbformat", GRAMMAR, DEBUGGER]
    code = f"import json, sys, ens_reports.editions.build; print(json.dumps([name in sys.modules for name in {names}]))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)  # noqa: S603 - our own code

    assert json.loads(done.stdout) == [True, False, False]


def test_what_is_there_already_stays() -> None:
    import_without("json", "json.tool")

    assert sys.modules["json"] is json
