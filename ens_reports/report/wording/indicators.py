"""Indicators that an officer can check tomorrow: what each part of a method shows on the ground."""

from ens_reports.locales import Language, mark

MOST, LEAST = 7, 3

CONCEALMENT: dict[str, tuple[str, ...]] = {
    "hidden_compartment": (
        mark("Measure inside against outside: a wall, floor or tank that is thicker than it needs to be."),
        mark("Look for fresh welds, new paint or screws without dirt."),
    ),
    "under_cargo": (
        mark("Unload to the floor: look under and behind the declared cargo."),
        mark("Compare the weight on the papers with the weight on the scale."),
    ),
    "mixed_goods": (
        mark("Open packages from the middle of the load, not only from the door."),
        mark("Count packages against the packing list."),
    ),
    "misdeclared": (
        mark("Compare the tariff code with what is in the box."),
        mark("Ask whether the declared value and weight fit the declared goods."),
    ),
    "false_label": (mark("Compare labels, lot numbers and dates on several boxes."), mark("Look for labels that cover other labels.")),
    "luggage": (mark("Look for luggage that is heavy for its size, or wrapped in foil or plastic."),),
    "on_body": (mark("Look for stiff gait and clothes that do not fit the weather."),),
    "parcel": (mark("Look for vague descriptions, low values and the same sender to many addresses."),),
    "in_products": (mark("Open samples of the product: look for what is inside it."),),
    "frozen_goods": (mark("Thaw or scan samples: shapes that do not fit the declared product."),),
    "wax_or_resin": (mark("Test the surface of carvings and blocks: wax, resin, plaster or paint over another material."),),
    "vehicle_parts": (mark("Look behind panels, in spare wheels, air filters and fuel tanks."),),
    "transshipment": (mark("Ask for the position record: two vessels close together at sea for an hour or more."),),
    "tracking_off": (mark("Ask for the gaps in the position record, and for the reason of each."),),
}
"""By concealment, from the most telling on."""

DOCUMENTS: dict[str, tuple[str, ...]] = {
    "forged": (
        mark("Verify the permit number with the issuing authority before release."),
        mark("Compare stamp and signature with the specimen."),
    ),
    "altered": (mark("Hold the permit against light: look for changed numbers, quantities or dates."),),
    "wrong_goods": (mark("Compare the species, grade or waste code on the permit with the goods."),),
    "reused": (mark("Ask whether the same permit number has been presented before."),),
    "expired": (mark("Read the dates on the permit, and those of any extension."),),
    "falsified": (mark("Ask the authority of the destination whether it gave its consent."),),
}
"""By document abuse."""

MODES: dict[str, str] = {
    "air_passenger": mark("Select by route: the alleged legs of this bulletin, also by way of a transit airport."),
    "air_cargo": mark("Select consignments by shipper, agent and routing that changed at short notice."),
    "sea_container": mark("Check seal numbers against the bill of lading, and the history of the container."),
    "sea_vessel": mark("Compare the log, the hold and the position record."),
    "inland_water": mark("Check boats that pass posts by night or without lights."),
    "road_private": mark("Ask for the purpose and the stops of the journey; compare with receipts."),
    "road_goods": mark("Compare the transport document with the load and the route."),
    "road_public": mark("Ask whose the unclaimed luggage in the hold is."),
    "rail": mark("Check consignments that change wagon or consignee on the way."),
    "mail": mark("Screen parcels from the same sender or with the same description."),
    "on_foot": mark("Watch paths that pass beside the post."),
    "sea": mark("Check seal numbers against the bill of lading, and the history of the container."),
    "road": mark("Compare the transport document with the load and the route."),
    "air": mark("Select by route: the alleged legs of this bulletin, also by way of a transit airport."),
}
"""By mode of transport."""

GENERAL = (
    mark("Ask who owns the goods, who pays for the transport, and compare the answers with the papers."),
    mark("Photograph goods, packing and papers before anything is moved."),
    mark("Keep samples: an expert may have to name the species, timber, mineral or waste."),
)
"""What holds for any method; fills the list up to its least length."""


def indicators(signature: dict[str, str], language: Language) -> list[str]:
    """Three to seven indicators of a method.

    Args:
        signature: Value by column of `analysis.signatures.KEY`.
        language: The reader's language.
    """
    hidden = CONCEALMENT.get(signature["hiding"], ())
    papers = DOCUMENTS.get(signature["abuse"], ())
    mode = MODES.get(signature["mode"])
    special = [*hidden, *papers, *([mode] if mode else [])]
    filled = [*special, *GENERAL][: max(len(special) + 1, LEAST)]
    return [language.text(message) for message in filled[:MOST]]
