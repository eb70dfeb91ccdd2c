"""The wording of the checks, a module for each part of the line."""
