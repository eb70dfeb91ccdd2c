"""Values as people write them: numbers, dates, countries, coordinates, currencies, words. One value in, one out; no table is known here."""
