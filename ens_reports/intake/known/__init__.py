"""A file beside what is known already: its sender's earlier records, and those of other parties."""
