"""A draft of a mapping, made from a file's headers and values, for an analyst to confirm."""
