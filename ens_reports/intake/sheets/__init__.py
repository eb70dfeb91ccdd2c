"""From the sheets of a file to tables: which rows are header and records, which format and contract they are of."""
