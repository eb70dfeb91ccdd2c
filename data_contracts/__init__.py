"""What parties may send: contracts, code lists, checks, and examples. Nothing here knows who uses it."""
