"""The rules of each area, by the name of the contract."""

import pandas as pd

from data_contracts import codelists
from data_contracts.checks.columns import digit, out_of_date
from data_contracts.checks.computed import appendix_differs
from data_contracts.checks.rules import Rule, both, is_one_of, none_of

VESSEL = ("vessel_name", "vessel_flag", "vessel_imo", "vessel_mmsi", "vessel_call_sign", "vessel_registration", "vessel_type")
TRADE = ("illegal_waste_shipment", "chemicals_trade", "ods_hfc_trade", "radioactive")
"""Kinds of pollution that pollute no medium yet."""
WASTE = ("illegal_waste_shipment", "dumping", "illegal_treatment", "burning")
TIMBER_CHAPTERS = ("44", "94")


def area_rules(name: str) -> tuple[Rule, ...]:
    """The rules of a contract beyond the shared ones.

    Args:
        name: Name of the contract; `incidents` has none.
    """
    return RULES.get(name, ())


def _vessel_case(records: pd.DataFrame) -> pd.Series:
    return records[list(VESSEL)].notna().any(axis="columns") | records["fishing_category"].isin(["industrial", "support"])


def _pollutes(records: pd.DataFrame) -> pd.Series:
    return records["pollution_type"].notna() & ~records["pollution_type"].isin(TRADE)


def _is_waste(records: pd.DataFrame) -> pd.Series:
    return records["pollution_type"].isin(WASTE) | records["waste_stream"].notna()


def _other_chapter(records: pd.DataFrame) -> pd.Series:
    told = records["hs_code"].notna() & ~records["hs_code"].isin(codelists.ALWAYS)
    return told & ~records["hs_code"].str[:2].isin(TIMBER_CHAPTERS)


def _infringement() -> Rule:
    return Rule(check="infringement_missing", column="infringement_type", fails=none_of("infringement_type", "offence_text"))


APPENDIX = Rule(check="cites_appendix_differs", column="cites_appendix", fails=appendix_differs)
"""Only a warning: the table of listings is short and not yet confirmed, so what the sender says stands."""


RULES: dict[str, tuple[Rule, ...]] = {
    "wildlife": (
        Rule(check="species_missing", column="scientific_name", fails=none_of("scientific_name", "commodity"), also=("commodity",)),
        APPENDIX,
        Rule(check="specimen_missing", column="specimen_term", fails=none_of("specimen_term", "specimen_text")),
    ),
    "fisheries": (
        _infringement(),
        Rule(
            check="species_missing",
            column="scientific_name",
            fails=none_of("scientific_name", "species_3a", "commodity"),
            also=("species_3a", "commodity"),
        ),
        Rule(check="vessel_name_missing", column="vessel_name", fails=both(_vessel_case, none_of("vessel_name"))),
        Rule(check="vessel_flag_missing", column="vessel_flag", fails=both(_vessel_case, none_of("vessel_flag"))),
        digit("vessel_imo"),
    ),
    "forestry": (
        _infringement(),
        APPENDIX,
        Rule(check="hs_code_chapter", column="hs_code", fails=_other_chapter),
    ),
    "pollution": (
        Rule(check="pollution_type_missing", column="pollution_type", fails=none_of("pollution_type")),
        Rule(check="medium_missing", column="medium", fails=both(_pollutes, none_of("medium"))),
        Rule(
            check="waste_code_missing",
            column="waste_list_code",
            fails=both(_is_waste, none_of("waste_y_code", "waste_list_code", "commodity")),
            also=("waste_y_code", "commodity"),
        ),
        Rule(check="waste_code_not_valid", column="waste_y_code", fails=out_of_date("waste_y_code")),
        Rule(check="waste_code_not_valid", column="waste_list_code", fails=out_of_date("waste_list_code")),
        Rule(
            check="marpol_annex_missing",
            column="marpol_annex",
            fails=both(is_one_of("pollution_type", "ship_discharge"), none_of("marpol_annex")),
        ),
        digit("vessel_imo"),
        digit("cas_no"),
        digit("container_no"),
    ),
    "mining": (
        Rule(check="mineral_missing", column="mineral", fails=none_of("mineral"), sets="unknown"),
        Rule(check="site_ref_missing", column="site_ref", fails=both(is_one_of("record_type", "site_visit"), none_of("site_ref"))),
    ),
}
