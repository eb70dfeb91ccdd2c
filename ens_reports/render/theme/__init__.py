"""Template, styles, icons and fonts of the pages."""
