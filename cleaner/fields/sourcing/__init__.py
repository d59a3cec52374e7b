"""Where an article comes from: its publisher, the agencies of its text, the makers of its pictures."""
