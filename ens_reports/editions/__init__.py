"""From views to editions: plan what must be built, build it, prove it, verify it. Each module is imported where it is used."""
