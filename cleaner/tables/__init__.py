"""The tables of a run: their rows and columns, and the files that hold them."""
