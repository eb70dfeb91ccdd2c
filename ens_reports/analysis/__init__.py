"""Pure functions: frames of a view in, frames or frozen results out."""
