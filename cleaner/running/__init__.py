"""The parts of a run: one record's work, the workers that do it, copies among records, and what made the tables."""
