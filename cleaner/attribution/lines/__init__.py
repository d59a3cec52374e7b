"""A block of text as words with gaps between them, and what its marks set apart: quotations, asides, datelines."""
