"""Run a notebook for one view in a kernel of its own, and keep what it said. `run` imports papermill: only where a notebook runs."""
