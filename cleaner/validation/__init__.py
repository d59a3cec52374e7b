"""Tables held to their rules: the rules of our own models, a user's own schema, and what then fails."""
