import re

import pandas as pd
import pytest

from data_contracts.catalogue import CHECKS
from data_contracts.wording.reading import READING
from ens_reports.intake.findings import Collector
from ens_reports.intake.phrases import PHRASES
from ens_reports.intake.prepare import without_place
from ens_reports.intake.source import Sheet
from ens_reports.intake.words_of import detail, in_order
from ens_reports.locales import Language

EN = Language("en")


@pytest.mark.parametrize("check", READING, ids=lambda check: check.id)
def test_each_wording_of_reading_is_filled_by_what_it_names(check: object) -> None:
    statement = f"{check.statement} {check.fix} {check.cost}"  # type: ignore[attr-defined]
    values = {name: next(iter(PHRASES.get(name, "7"))) for name in re.findall(r"{(\w+)}", statement)}
    told = detail(without_place(check.id, values=values), EN)  # type: ignore[attr-defined]
    assert not re.search(r"[{}]", told.message + told.fix + told.cost)


def test_what_a_file_lacks_is_listed_with_what_each_gap_costs() -> None:
    told = detail(without_place("columns_absent", values={"fields": "place, outcome"}), EN)
    assert told.message == "Nowhere in the file is anything recorded about: place and outcome."
    assert told.cost.splitlines() == [
        "Of the records: ",
        "\u2022 place: They are missing from maps and from the list of places.",
        "\u2022 outcome: They stand under outcome not known.",
    ]


def test_errors_come_first() -> None:
    found = [without_place("blanks_trimmed"), without_place("file_empty"), without_place("year_disagrees")]
    assert [CHECKS[item.finding.check].severity for item in in_order(found)] == ["error", "warning", "note"]


def test_a_detail_names_sheet_header_and_cells() -> None:
    collector = Collector(sheet=Sheet(name="S", cells=pd.DataFrame()), header=("Date", "Pays\nde saisie"))
    collector.add(
        "value_not_in_table", range(2, 9), column=1, field_name="outcome", values={"value": "under_investigation"}, sample=["secret"]
    )
    told = detail(collector.found[0], EN)
    assert (told.sheet, told.header, told.count) == ("S", "Pays de saisie", 7)
    assert told.cells == ("S!B2", "S!B3", "S!B4", "S!B5", "S!B6")
    assert told.message == "Values that fit no single code were read as under investigation."
    assert "secret" not in repr(told)
