import pandas as pd

from data_contracts.registry import CONTRACTS
from ens_reports.intake.sheets.table import Table
from ens_reports.intake.source import Sheet
from ens_reports.intake.suggest.draft import Draft, draft_of
from ens_reports.intake.suggest.readings import SECOND_OF_PAIR


def draft(party: str = "PER", area: str = "mining", **columns: list[str]) -> Draft:
    rows = pd.DataFrame(dict(enumerate(columns.values())), dtype="str")
    rows.index = pd.RangeIndex(2, len(rows) + 2)
    header = tuple(name.replace("_", " ") for name in columns)
    table = Table(sheet=Sheet(name="", cells=rows), header=header, header_row=1, rows=rows, set_aside=rows.iloc[:0])
    return draft_of(table, party=party, contract=CONTRACTS[area])


def rules(found: Draft) -> dict[str, object]:
    return {entry.field: entry.rule for entry in found.entries}


def test_every_column_is_told_once_in_order() -> None:
    found = draft(No=["1", "2", "3"], Fecha=["25/03/2024"] * 3, xyz=["p", "q", "p"], Nombre_del_infractor=["A", "B", "C"])
    assert [(column.header, column.field or column.reading) for column in found.columns] == [
        ("No", "ignored: running_number"),
        ("Fecha", "incident_date"),
        ("xyz", "ignored: not_understood"),
        ("Nombre del infractor", "not taken: sensitive_person"),
    ]
    assert (found.not_taken, found.ignored) == (
        {"Nombre del infractor": "sensitive_person"},
        {"No": "running_number", "xyz": "not_understood"},
    )


def test_a_year_beside_a_date_places_rows_whose_date_is_missing() -> None:
    found = draft(Fecha=["25/03/2024", "01/02/2024"], Año=["2024", "2024"])
    assert rules(found)["incident_date"] == {"column": "Fecha", "date_order": "day_first", "year": "Año"}


def test_years_and_months_without_a_date() -> None:
    assert rules(draft(Año=["2024", "2023"], Mes=["3", "12"]))["incident_date"] == {"year": "Año", "month": "Mes"}
    assert rules(draft(Fecha=["2024", "2023"]))["incident_date"] == {"year": "Fecha"}


def test_a_column_of_minerals_is_the_commodity_too() -> None:
    found = rules(draft(Fecha=["2024-01-02"] * 3, Mineral=["oro", "diamante", "oro"]))
    assert found["mineral"] == found["commodity"] == {"column": "Mineral"}


def test_a_number_beside_several_days_is_no_number_of_the_incident() -> None:
    found = draft(Fecha=["2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05"], Expediente=["A-1", "A-1", "A-2", "A-3"])
    assert "incident_id" not in rules(found)
    assert not found.number_items


def test_a_column_of_both_coordinates_feeds_both() -> None:
    minutes = ["13°10'20\" S 34°20'10\" E", "14°10'20\" S 35°20'10\" E", "15°10'20\" S 36°20'10\" E"]
    found = rules(draft(Data=["01/02/2024", "25/03/2024", "02/02/2024"], Coordenadas=minutes))
    assert (found["latitude"], found["longitude"]) == ({"column": "Coordenadas"}, {"column": "Coordenadas"})
    pairs = rules(draft(Data=["01/02/2024", "25/03/2024", "02/02/2024"], Coordenadas=["-13.1, 34.2", "-14.1, 35.2", "-15.1, 36.2"]))
    assert pairs["longitude"] == {"column": "Coordenadas", "extract": SECOND_OF_PAIR}
    assert "longitude" not in rules(draft(Data=["01/02/2024", "25/03/2024", "02/02/2024"], Lat=["-13.1", "-14.1", "-15.1"]))
