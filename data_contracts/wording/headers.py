"""Names of columns that are known only nearly, and what a file is that was recognised by other signs."""

from data_contracts.check import Row, checks_of

ROWS: tuple[Row, ...] = (
    (
        "header_approximate",
        "note",
        "The name of a column is close to a known one; it was read as “{title}”.",
        "Write the name as the template does.",
        "None, if that is what it means: please check it.",
    ),
    (
        "header_two_meanings",
        "note",
        "The name of a column can mean two things; it was read as “{title}”, not as {other}.",
        "Give the column a name that can mean one thing only.",
        "If the other was meant, its values are counted as what they are not.",
    ),
    (
        "header_second",
        "warning",
        "Two columns can be “{title}”; the column {name} was taken, and this one was not.",
        "Name each column for what it holds, or delete the one that is not needed.",
        "The values of this column are not in the records.",
    ),
    (
        "column_close",
        "warning",
        "The column is not known; did you mean “{title}”?",
        "Use the name of the template if that is meant, or leave the column out.",
        "Its values are not in the records.",
    ),
    (
        "area_from_values",
        "note",
        "The names of the columns do not say which area of crime the records are of; their values say {value}.",
        "Use the template of the area, or send the area in a column.",
        "None, if the area is right: please check it.",
    ),
    (
        "mapping_unconfirmed",
        "warning",
        "The file was read by the mapping {name}, which is a draft.",
        "Compare it with the file, correct it, and write confirmed: true.",
        "Columns may have been read as what they are not.",
    ),
)
"""Name, severity, statement, what to do, what it costs."""

HEADERS = checks_of(ROWS, level=1)
