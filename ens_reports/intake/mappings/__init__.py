"""A party's own format: how it is written down, and how a table is turned into the columns of a contract by it."""
