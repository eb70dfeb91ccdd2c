"""Wildlife: the columns of the CITES annual illegal trade report, and what taking and identification add."""

from data_contracts.core import Incident
from data_contracts.fields import Number, Text, code, number, several, text, yes_no_unknown


class Wildlife(Incident):
    """One line of a wildlife incident."""

    commodity: Text = code("What was taken or traded", "commodity_wildlife", open_list=True, required="condition")
    scientific_name: Text = text("Taxon, or the lowest rank known, such as Manis spp.", required="condition")
    taxon_rank: Text = code("Rank of the taxon; found from the name if blank", "taxon_rank")
    common_name: Text = text("Common name, as sent")
    cites_appendix: Text = code("CITES Appendix on the day of the incident", "cites_appendix")
    national_protection: Text = yes_no_unknown("Whether it is protected under national law")
    specimen_term: Text = code("Description of the specimen, CITES term code", "specimen_term", required="condition")
    specimen_text: Text = text("Description of the specimen, as sent", required="condition")
    specimen_state: Text = code("State of the specimen", "specimen_state")
    specimen_source: Text = code("CITES source code", "specimen_source")
    seizure_reason: Text = code("Reason for the seizure", "seizure_reason")
    taking_method: Text = code("How it was taken", "taking_method")
    species_id_method: Text = code("How the species was identified", "species_id_method")
    marking_numbers: Text = several("Rings, chips, serial numbers")
    trade_purpose: Text = code("CITES purpose code", "trade_purpose")
    online_channel: Text = code("Online channel", "online_channel")
    whole_equivalents: Number = number("Whole animals that it stands for", "animals")
    aitr_included: Text = yes_no_unknown("Whether it is in the country's annual illegal trade report")
