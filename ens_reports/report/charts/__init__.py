"""Charts: a result of `analysis` in, a matplotlib figure out."""
