"""Who says what in one sentence: cues, where their speakers stand, what is said, what is nested in what."""
