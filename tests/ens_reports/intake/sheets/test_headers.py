import pytest

from ens_reports.intake.sheets.headers import basis_of, meanings, reduce, signs, spellings, synonyms
from ens_reports.intake.values.phrases import OTHER_MEANINGS


@pytest.mark.parametrize(
    ("header", "field", "how"),
    [
        ("incident_date", "incident_date", "name"),
        ("Province or state", "admin1", "name"),
        ("Date de la saisie", "incident_date", "synonym"),
        ("FECHA DEL HECHO", "incident_date", "synonym"),
        ("Qté", "quantity", "synonym"),
        ("البلد", "reporting_country", "synonym"),
        ("1. Date", "incident_date", "reduced"),
        ("b) Espèces", "scientific_name", "reduced"),
        ("nbr de personnes", "persons_detected", "reduced"),
        ("dt_saisie", "incident_date", "reduced"),
        ("Especie(s)", "scientific_name", "reduced"),
        ("Cantidad (kg)", "quantity", "reduced"),
        ("Fec.\nDecomiso", "incident_date", "reduced"),
        ("PAYS D'ORIGINE / COUNTRY OF ORIGIN", "origin_country", "reduced"),
        ("metodoexpl", "method", "cut"),
        ("Quantitiy", "quantity", "close"),
        ("fecha_situ", "status_date", "cut"),
        ("fecha del dron", "incident_date", "part"),
    ],
)
def test_a_header_stands_for_a_field(header: str, field: str, how: str) -> None:
    assert (meanings(header)[0].field, meanings(header)[0].how) == (field, how)


def test_a_title_in_another_language_is_known() -> None:
    assert "latitude" in synonyms()["latitude"]
    assert synonyms()["date de la saisie"] == ("incident_date",)


def test_what_is_surer_comes_first() -> None:
    scores = [item.score for item in meanings("Pays d'origine / country")]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("header", ["", "fld1", "xyz", "N° d'ordre"])
def test_a_header_without_meaning_has_none(header: str) -> None:
    assert meanings(header) == ()


def test_each_word_must_be_close() -> None:
    assert [item.field for item in meanings("Line nunber")] == ["item_no"]
    assert "item_no" not in [item.field for item in meanings("Live number")]


def test_plurals_small_words_and_articles_do_not_count() -> None:
    assert reduce("Numéros de l'incident") == reduce("numero incident")
    assert reduce("países de tránsito") == reduce("País de tránsito")
    assert reduce("الدولة") == reduce("دولة")


def test_spellings_leave_out_numbering_and_remarks() -> None:
    assert list(spellings("3) dataAuto (dia)")) == ["dataAuto (dia)", "data Auto (dia)", "dataAuto  ", "dataAuto  ", "dia"]
    assert "Fecha" in spellings("Date\nFecha")
    assert "Fecha" not in spellings("Date\nFecha", lines=False)


def test_signs_are_words_and_their_codes_are_known() -> None:
    table = signs()
    assert {type(word) for word in [*table["short"], *table["small"]]} == {str}
    assert {said["other"] for said in table["two_meanings"].values()} <= set(OTHER_MEANINGS)


@pytest.mark.parametrize(
    ("header", "field", "how"),
    [
        ("Mis en cause \u203a Nbre", "persons_detected", "synonym"),
        ("Embarcação \u203a Nome", "vessel_name", "reduced"),
        ("Infracção \u203a Observações internas", "narrative", "part"),
        ("Nº de detidos", "persons_detected", "reduced"),
        ("DATEREPORTED", "incident_date", "reduced"),
        ("INCIDENTSITE", "place_name", "reduced"),
    ],
)
def test_bands_numbers_of_persons_and_names_without_blanks(header: str, field: str, how: str) -> None:
    assert (meanings(header)[0].field, meanings(header)[0].how) == (field, how)


def test_a_band_alone_says_nothing_of_the_names_below_it() -> None:
    assert meanings("Infracção \u203a xyz") == ()


def test_a_name_with_its_band_means_what_both_say_together() -> None:
    assert [item.field for item in meanings("Infracção \u203a Descrição")] == ["offence_text"]


def test_a_letter_that_is_all_that_tells_a_name_is_no_small_word() -> None:
    assert meanings("Code") == ()
    assert meanings("Code Y")[0].field == "waste_y_code"
    assert meanings("L'espèce")[0].field == "scientific_name"


@pytest.mark.parametrize(
    ("header", "kind", "basis"),
    [
        ("Declared Value (US$)", "value_basis", "declared"),
        ("Valor estimado", "value_basis", "estimate"),
        ("Valeur", "value_basis", ""),
        ("Date de saisie", "date_basis", "seizure"),
        ("", "value_basis", ""),
    ],
)
def test_a_header_can_say_what_its_values_are_by(header: str, kind: str, basis: str) -> None:
    assert basis_of(header, kind) == basis
