"""Noun phrases and whom they stand for: names, offices, bodies, groups, and the people of a document."""
