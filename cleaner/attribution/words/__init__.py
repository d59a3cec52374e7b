"""The words of attribution in one language: what a speech.yaml may say, and the tables made of it."""
