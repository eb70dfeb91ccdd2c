"""Every choice of every drop-down of the templates, read back."""

import pandas as pd
import pytest
from mapped import make_table

from data_contracts.publish.shown import choices
from data_contracts.registry import SENT
from ens_reports.intake.findings import Collector
from ens_reports.intake.mappings.apply import apply
from ens_reports.intake.sheets.identify import own_columns
from ens_reports.locales import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SENT)
def test_intake_reads_every_choice_back_to_its_code(name: str, language: str) -> None:
    contract = SENT[name]
    offered = {field.name: choices(field, language) for field in contract.fields.values() if field.codes}
    longest = max(map(len, offered.values()))
    filled = {field: [item.label for item in items] + [""] * (longest - len(items)) for field, items in offered.items()}
    voice = Language(language)
    table = make_table({voice.text(contract.fields[field].label): cells for field, cells in filled.items()} | {"x": ["1"] * longest})

    mapped = apply(
        table,
        own_columns(table.header, contract, party="KEN"),
        contract,
        collector=Collector(sheet=table.sheet, header=table.header),
    )

    read = {field: [None if pd.isna(cell) else cell for cell in mapped.frame[field]] for field in offered}
    assert {field: [item.code for item in items] for field, items in offered.items()} == {
        field: cells[: len(offered[field])] for field, cells in read.items()
    }
