"""The checks behind `validate`, a module for each part of the line; every one is a vectorised mask."""
