"""A reporting verb where it stands: its group and auxiliaries, what follows it, and what is only written like it."""
