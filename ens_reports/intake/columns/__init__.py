"""Columns as their sender wrote them: each kind of field reads its cells as a whole column, and tells what it changed."""
