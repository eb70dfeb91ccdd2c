"""Words that stand for nothing, for yes and no, and for more or less: tables, in the languages that parties write."""

from ens_reports.intake.fold import fold


def _folded(*words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


MISSING = _folded(
    "-", "--", "---", "\N{EN DASH}", ".", "..", "...", "?", "n/a", "na", "n.a.", "n.a", "#n/a", "nd", "n/d", "n.d.", "n.d", "s/d", "s.d.", "s/i", "s.i.", "s.i",
    "null", "nan", "nil", "not available", "not recorded", "not applicable", "no data", "missing", "non disponible", "non renseigné", "non applicable",
    "sans objet", "non communiqué", "sin dato", "sin datos", "no disponible", "no aplica", "no registrado", "sin información", "sem informação",
    "sem dados", "não informado", "não disponível", "não se aplica", "غير متوفر", "غير متاح", "لا يوجد بيانات", "غير مسجل", "لا ينطبق",
)  # fmt: skip
"""Not recorded. What was looked for and not found is `none`, and is not here."""

NONE = _folded("none", "no", "néant", "aucun", "aucune", "ninguno", "ninguna", "nenhum", "nenhuma", "لا شيء", "لا يوجد")
"""Looked for, and not there: for fields with a code `none`."""

UNKNOWN = _folded(
    "unknown", "unk", "inconnu", "inconnue", "indéterminé", "desconocido", "desconocida", "se desconoce", "desconhecido", "desconhecida", "ignorado",
    "مجهول", "غير معروف", "غير معروفة", "غير محدد",
)  # fmt: skip
"""Cannot be known: for fields with a code `unknown`."""

YES_NO = {
    "yes": _folded("yes", "y", "true", "1", "x", "oui", "o", "vrai", "sí", "si", "s", "sim", "verdadero", "verdadeiro", "نعم"),
    "no": _folded("no", "n", "false", "0", "non", "faux", "não", "falso", "لا"),
    "unknown": UNKNOWN,
}

QUALIFIERS = {
    "about": _folded("about", "approx", "approx.", "approximately", "around", "circa", "ca", "ca.", "c.", "~", "±", "environ", "env.", "à peu près", "près de",
                     "aproximadamente", "aprox", "aprox.", "unos", "unas", "cerca de", "casi", "حوالي", "نحو", "تقريبا"),
    "at_least": _folded("at least", "more than", "over", ">", ">=", "≥", "min", "au moins", "plus de", "más de", "por lo menos", "al menos", "mínimo", "mais de",
                        "pelo menos", "أكثر من", "على الأقل"),
    "at_most": _folded("at most", "less than", "up to", "<", "<=", "≤", "max", "au plus", "moins de", "jusqu'à", "menos de", "hasta", "a lo sumo", "até", "máximo",
                       "أقل من", "على الأكثر"),
}  # fmt: skip
"""What stands before a number that is not exact -> `quantity_qualifier`."""

UNITS = {
    "kg": _folded("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes", "kilogramo", "kilogramos", "quilo", "quilos", "quilograma", "كغ", "كغم", "كيلوغرام", "كجم"),
    "g": _folded("g", "gr", "gram", "grams", "gramme", "grammes", "gramo", "gramos", "غرام"),
    "t": _folded("t", "tonne", "tonnes", "ton", "tons", "tonelada", "toneladas", "mt", "طن"),
    "pcs": _folded("pcs", "pc", "piece", "pieces", "pièce", "pièces", "pieza", "piezas", "peça", "peças", "unit", "units", "unité", "unités", "unidad", "unidades",
                   "individuals", "individus", "individuos", "ejemplares", "specimens", "spécimens", "heads", "قطعة", "قطع"),
    "m3": _folded("m3", "m³", "cubic metre", "cubic metres", "cubic meters", "mètre cube", "mètres cubes", "metro cúbico", "metros cúbicos", "stères", "متر مكعب"),
    "l": _folded("l", "litre", "litres", "liter", "liters", "litro", "litros", "لتر"),
    "ha": _folded("ha", "hectare", "hectares", "hectárea", "hectáreas", "هكتار"),
}  # fmt: skip
"""Unit of the contracts -> how it is written."""

UNIT_OF = {word: unit for unit, words in UNITS.items() for word in words}
QUALIFIER_OF = {word: qualifier for qualifier, words in QUALIFIERS.items() for word in words}
YES_NO_OF = {word: answer for answer, words in YES_NO.items() for word in words}
