"""Where the speaker of a cue stands, and whom it addresses: over asides and adjuncts, before the verb or behind it."""
