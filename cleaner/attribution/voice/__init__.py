"""A trained voice beside the rules: what it may choose among, what is counted of it, and when it is heard."""
