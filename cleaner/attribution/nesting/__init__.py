"""What is said and whose it is, once found: attributions as claims with their contents, nested in one another."""
