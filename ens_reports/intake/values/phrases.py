"""Parts of sentences that findings fill in, by code: a reader or a mapping names the code, and no one has to translate anew."""

from typing import Literal

from ens_reports.locales import mark

Reason = Literal[
    "no_place_in_contract",
    "not_understood",
    "map_grid",
    "empty_column",
    "same_in_every_row",
    "running_number",
    "number_not_unique",
    "same_as_other_column",
    "made_from_other_columns",
    "geometry_has_it",
    "estimate_of_publisher",
    "not_of_the_record",
    "not_observed",
    "emptied_by_publisher",
    "free_text",
    "sensitive_free_text",
    "sensitive_origin_or_company",
    "sensitive_person",
]
"""Why a mapping does not take a column."""
Observer = Literal["research_group", "ngo", "igo", "company", "authority_not_police"]
"""Who made records that are not of the police."""

REASONS: dict[str, str] = {
    "no_place_in_contract": mark("the contract has no place for it"),
    "not_understood": mark("nobody has said yet what it holds"),
    "map_grid": mark("it holds metres on a map grid, and positions are read in degrees"),
    "empty_column": mark("no row has a value in it"),
    "same_in_every_row": mark("it says the same in every row"),
    "running_number": mark("it is a running number"),
    "number_not_unique": mark("its numbers repeat, and another column numbers the incidents"),
    "same_as_other_column": mark("another column says the same"),
    "made_from_other_columns": mark("it follows from other columns"),
    "geometry_has_it": mark("the geometry holds the position"),
    "estimate_of_publisher": mark("it is an estimate of the publisher"),
    "not_of_the_record": mark("it speaks of the publication, not of the record"),
    "not_observed": mark("it says what was meant to happen, not what was seen"),
    "emptied_by_publisher": mark("its publisher emptied it"),
    "free_text": mark("it is free text beside columns with codes"),
    "sensitive_free_text": mark("it is free text that can name persons, nationalities or companies"),
    "sensitive_origin_or_company": mark("it holds ethnic origin or names of companies"),
    "sensitive_person": mark("it names persons"),
}
OBSERVERS: dict[str, str] = {
    "research_group": mark("a research group"),
    "ngo": mark("a non-governmental organisation"),
    "igo": mark("an international organisation"),
    "company": mark("a company"),
    "authority_not_police": mark("an authority other than the police"),
}
DAMAGES: dict[str, str] = {
    "end_missing": mark("its end is missing"),
    "part_missing": mark("a part of the workbook is missing"),
    "reader_gave_up": mark("the program that reads such files gave up"),
    "nested_too_deeply": mark("it is nested too deeply"),
    "parts_repeated": mark("it names one of its parts twice"),
}
"""How a file is damaged."""
KINDS: dict[str, str] = {
    "pdf": mark("a PDF document"),
    "image": mark("an image"),
    "archive": mark("a compressed archive"),
    "database": mark("a database"),
    "package": mark("an archive, or another kind of document"),
    "office": mark("another kind of office document"),
    "binary": mark("a binary file"),
    "markup": mark("an XML file"),
}
"""What a file is that is no table."""
OTHER_MEANINGS: dict[str, str] = {
    "typed_in": mark("the day on which the record was typed in"),
    "reported": mark("the day on which it was reported"),
    "goods_value": mark("the value of the goods"),
}
"""What else a header of two meanings is used for."""
SIGNS: dict[str, str] = {
    "reference": mark("the number of the case"),
    "container": mark("the number of the container"),
    "permit": mark("the number of the permit"),
    "marking": mark("a mark on the goods"),
    "document": mark("the number of a transport document"),
    "vessel": mark("the number of the vessel"),
    "date": mark("the date"),
    "route": mark("the route"),
    "goods": mark("the goods"),
    "quantity": mark("the quantity"),
}
"""What two records of one case have in common."""
SKIPPED: dict[str, str] = {"no_store": mark("there is no store yet in this workspace")}
"""Why a comparison was not made."""
PHRASES: dict[str, dict[str, str]] = {
    "skipped": SKIPPED,
    "reason": {**REASONS, **DAMAGES},
    "observer": OBSERVERS,
    "kind": KINDS,
    "other": OTHER_MEANINGS,
}
"""Place in a wording -> code -> words."""

FIELDS = (
    mark("code:day"), mark("code:place"), mark("code:position"), mark("code:location_type"), mark("code:commodity"), mark("code:quantity"),
    mark("code:origin_country"), mark("code:transit_countries"), mark("code:destination_country"), mark("code:transport_mode"),
    mark("code:concealment"), mark("code:permit_status"), mark("code:detection_method"), mark("code:supply_chain_stage"),
    mark("code:linked_offences"), mark("code:legal_nature"), mark("code:persons_detected"), mark("code:outcome"), mark("code:evaluation"),
    mark("code:date_basis"), mark("code:detecting_agency"),
)  # fmt: skip
"""Recommended fields as `Language.term` looks them up."""
