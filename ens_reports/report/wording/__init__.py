"""How results are said: rows of tables and sentences, in the reader's language."""
