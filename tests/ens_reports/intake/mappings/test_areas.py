from ens_reports.intake.mappings.areas import area_of, areas_of_cell, areas_of_label


def test_the_words_of_the_cells_tell_the_area() -> None:
    assert area_of([["12", "Écailles de pangolin"], ["3", "Manis tricuspis"], ["1", "Ivoire d'éléphant"]]) == "wildlife"
    assert area_of([["oro"], ["Oro"], ["arena"]]) == "mining"
    assert area_of([["déchets plastiques"], ["batteries usagées"], ["pneus"]]) == "pollution"
    assert area_of([["madera de teca"], ["troncos"], ["Cedrela odorata"]]) == "forestry"
    assert area_of([["Thunnus albacares"], ["palangre"], ["Thunnus obesus"]]) == "fisheries"


def test_cells_that_speak_of_several_areas_or_none_tell_nothing() -> None:
    assert area_of([["oro"], ["madera"], ["Manis"], ["déchets"]]) == ""
    assert area_of([["Nairobi"], ["2024"]]) == ""
    assert area_of([]) == ""


def test_short_words_count_only_alone() -> None:
    assert areas_of_cell("or") == {"mining"}
    assert areas_of_cell("more or less") == frozenset()


def test_a_label_is_a_whole_text() -> None:
    assert areas_of_label("Elephant ivory") == {"wildlife"}
    assert areas_of_label("Elephant ivory, raw") == frozenset()
