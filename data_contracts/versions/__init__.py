"""Earlier versions of the contracts, what was released, and how records are carried from one version to the next."""
