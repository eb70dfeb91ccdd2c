"""The workbook that returns to its sender: their own cells, marked, and sheets to answer in."""
