"""Who says what from one sentence to the next: pronouns, quotations carried on, interviews, headlines."""
