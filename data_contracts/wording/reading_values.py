"""What was set right, or could not be, in numbers, dates and amounts of money."""

from data_contracts.check import Row, checks_of

NOT_COUNTED = "The cells count as not recorded, and are missing from totals."
NOT_PLACED = "The records cannot be placed in time by this column."

NUMBERS: tuple[Row, ...] = (
    (
        "decimal_mark_of_file",
        "note",
        "A dot or comma in numbers could be for decimals or for thousands; {mark} was taken as decimal, as in other columns of the file.",
        "Say if it is not so, or write numbers without a mark for thousands.",
        "None, if it is so; else quantities are wrong by a factor of a thousand.",
    ),
    (
        "decimal_marks_mixed",
        "note",
        "Numbers of one column are written with a decimal comma and with a decimal dot.",
        "Use one decimal mark.",
        "None: each was read as it is written.",
    ),
    (
        "range_at_least",
        "note",
        "A range is given where one quantity is expected; its lower end was taken, as at least so much.",
        "Give one quantity, or the lower end and at_least.",
        "Totals count the lower end of the range.",
    ),
    (
        "range_lower_end",
        "warning",
        "A range is given where one number is expected; its lower end was taken, and that it is only the lower end cannot be kept.",
        "Give one number.",
        "Reports show the lower end as if it were exact.",
    ),
    (
        "exactness_not_kept",
        "note",
        "Numbers are not exact (about, more than, up to), and the contract has no place to say so; the number was taken.",
        "Give the exact number, if it is known.",
        "Reports show these numbers as if they were exact.",
    ),
    (
        "number_percent",
        "warning",
        "A percentage is given where a number is expected; it was not taken.",
        "Give the number itself.",
        NOT_COUNTED,
    ),
    (
        "number_in_words",
        "warning",
        "A number is written in words; it was not taken.",
        "Write the number in digits.",
        NOT_COUNTED,
    ),
    (
        "unit_converted",
        "note",
        "Numbers are in {unit}, and the field is in {target}; they were converted.",
        "Send the numbers in {target}.",
        "None, if the unit is right.",
    ),
    (
        "unit_unfit",
        "warning",
        "Numbers have a unit that does not fit the field, which is in {target}; they were not taken.",
        "Give the number in {target}, and other quantities in their own columns.",
        NOT_COUNTED,
    ),
    (
        "unit_of_header",
        "note",
        "The unit was taken from the header: {unit}.",
        "Confirm it, or write the unit in its own column.",
        "None, if the unit is right.",
    ),
    (
        "unit_contradicts",
        "warning",
        "The unit beside the number is not the unit in the column of units; the one beside the number was taken.",
        "Say which of the two is right.",
        "Quantities may be wrong by the factor between the two units.",
    ),
    (
        "second_quantity_in_cell",
        "warning",
        "A cell holds several quantities; the first was taken, and quantities of different kinds are never added.",
        "Write one row for each quantity, with its item number.",
        "The further quantities are not in the records, and are missing from totals.",
    ),
    (
        "pieces_from_cell",
        "note",
        "A cell holds a quantity and a number of pieces; each was put in its own column.",
        "Write the pieces in their own column.",
        "None.",
    ),
)
MONEY: tuple[Row, ...] = (
    (
        "currency_in_number",
        "note",
        "Amounts hold their currency.",
        "Write the currency in its own column, with its code of three letters.",
        "None.",
    ),
    (
        "currency_of_header",
        "note",
        "The currency was taken from the header.",
        "Confirm it, or write the code of the currency in its own column.",
        "None, if the currency is right.",
    ),
    (
        "currency_by_country",
        "note",
        "A sign or word stands for several currencies; it was read as {currency}, which the reporting country used at that time.",
        "Write the code {currency}, if that is right.",
        "None, if it is the currency of the country: please check it.",
    ),
    (
        "currency_unclear",
        "warning",
        "A sign or word stands for several currencies ({currencies}), and neither the country nor the day decides.",
        "Write the code of three letters.",
        "The amounts are kept without a currency, and are in no total of values.",
    ),
    (
        "currency_contradicts",
        "warning",
        "The currency beside the amount is not the currency in its own column; the one beside the amount was taken.",
        "Say which of the two is right.",
        "Values may be shown in the wrong currency.",
    ),
    (
        "currency_not_then",
        "warning",
        "{currency} was not the money of the reporting country at that time.",
        "Check the currency, or say that the amount was converted.",
        "Values may be wrong by the factor between the old and the new currency.",
    ),
)
DATES: tuple[Row, ...] = (
    (
        "date_orders_mixed",
        "warning",
        "Some dates of the column have the day first, and some have the month first.",
        "Write all dates as 2025-03-31.",
        "Dates that could be either may count in the wrong month.",
    ),
    (
        "date_order_unclear_in_order",
        "warning",
        "Day and month of a date could be exchanged; the day was taken to come first. The dates follow one another only with {order}.",
        "Say which it is, or write dates as 2025-03-31.",
        "The records may count in the wrong month.",
    ),
    (
        "date_span",
        "note",
        "A date names several days; the month or year that they share was kept.",
        "Give the first day, if the incident has one.",
        "The records count for their month or year, and are left out of what needs the day.",
    ),
    (
        "date_part_of_year",
        "note",
        "A date names a quarter, a season or another part; the month or year around it was kept.",
        "Give the day or the month, if it is known.",
        "The records count for their month or year only.",
    ),
    (
        "date_two_years",
        "warning",
        "A date names two years, and says not in which of them the incident was.",
        "Write one row for each year, or the year in which it began.",
        NOT_PLACED,
    ),
    (
        "date_placeholder",
        "warning",
        "A date is one that programs write where there is none, such as 1900-01-01; it was read as not recorded.",
        "Leave the cell blank, or give the date.",
        NOT_PLACED,
    ),
    (
        "date_other_calendar",
        "warning",
        "Years of dates are of {calendar}; they were not converted.",
        "Write the dates of the Gregorian calendar, as 2025-03-31.",
        NOT_PLACED,
    ),
    (
        "date_month_misspelt",
        "warning",
        "The month of a date is no known word; it may be meant as month {month}.",
        "Correct the word, or write dates as 2025-03-31.",
        "The records count for their year only, or cannot be placed in time.",
    ),
    (
        "time_not_taken",
        "note",
        "Dates hold a time of the day, for which the contract has no place.",
        "None is needed.",
        "The time is not in the records.",
    ),
)
COUNTRIES: tuple[Row, ...] = (
    (
        "country_from_nationality",
        "note",
        "A nationality is given where a country is expected; the country was taken from it.",
        "Write the country, or its code.",
        "None, if the country is right.",
    ),
    (
        "country_ambiguous",
        "warning",
        "A name stands for several countries ({countries}); it was not read as any of them.",
        "Write the code of three letters, such as COD for the Democratic Republic of the Congo and COG for the Republic of the Congo.",
        "The country counts as not recorded; a record whose reporting country it is cannot be taken in.",
    ),
    (
        "country_by_position",
        "note",
        "A name stands for several countries; it was read as {code} ({country}), because the position is there and in no other.",
        "Write the code of three letters.",
        "None, if the position is right.",
    ),
    (
        "country_misspelt",
        "warning",
        "A name of no country is close to {country}; it was not read as that.",
        "Correct the name, or write the code of three letters.",
        "The country counts as not recorded; a record whose reporting country it is cannot be taken in.",
    ),
    (
        "na_is_namibia",
        "note",
        "NA was read as Namibia, because the other cells of the column are codes of two letters.",
        "Leave the cell blank if it means not recorded; write NAM for Namibia.",
        "None, if Namibia is meant.",
    ),
)
CODES: tuple[Row, ...] = (
    (
        "codes_several",
        "warning",
        "Several words of the list are given where one is expected; none of them was taken.",
        "Give the one that fits best, or write one row for each.",
        "The cell counts as not recorded.",
    ),
    (
        "code_misspelt",
        "warning",
        "A word is close to {code} of the list; it was not read as that.",
        "Correct the word.",
        "The word is not counted with the words of the list.",
    ),
    (
        "name_left_open",
        "note",
        "Scientific names with cf. or aff. say what the species is like, and leave open what it is.",
        "Give the species, if it was identified since.",
        "The records are kept as they are; counts by species leave the question open.",
    ),
)
COORDINATES: tuple[Row, ...] = (
    (
        "coordinate_in_minutes",
        "note",
        "Coordinates are written with minutes and seconds; they were read as decimal degrees.",
        "Write decimal degrees, as -12.5042.",
        "None.",
    ),
    (
        "coordinates_in_one_cell",
        "note",
        "A cell holds latitude and longitude; each was put in its own column.",
        "Write latitude and longitude in two columns.",
        "None, if the latitude comes first where no letter says which is which.",
    ),
    (
        "coordinates_from_grid",
        "note",
        "Positions are of the UTM grid; they were converted to degrees, on WGS 84.",
        "Send decimal degrees.",
        "None, if the grid is on WGS 84; on an old national datum positions can be wrong by some hundred metres.",
    ),
    (
        "coordinates_of_grid",
        "warning",
        "Positions are of a grid (UTM or MGRS) and could not be converted, because the zone or the half of the earth is not clear.",
        "Send decimal degrees: most devices and maps can show them.",
        "The positions are not recorded: the incidents are missing from maps.",
    ),
    (
        "coordinate_of_other_axis",
        "warning",
        "A coordinate has a letter of the other axis, such as E in a column of latitudes; it was not taken.",
        "Put latitude and longitude in their own columns.",
        "The positions are not recorded: the incidents are missing from maps.",
    ),
)
REPEATS: tuple[Row, ...] = (
    (
        "value_repeated",
        "note",
        "Cells say that the value above holds; they were read as that value.",
        "Write the value in each row: sorting the sheet would change what these cells mean.",
        "None, if the rows are in the order in which they were written.",
    ),
    (
        "repeat_without_value",
        "warning",
        "A cell says that the value above holds, and there is none above it.",
        "Write the value.",
        "The cell cannot be read.",
    ),
)

VALUES = checks_of((*NUMBERS, *MONEY, *DATES, *COUNTRIES, *CODES, *COORDINATES, *REPEATS), level=2)
