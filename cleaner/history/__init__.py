"""Runs beside earlier runs: what differs, what drifts at a source, which statements are the same."""
