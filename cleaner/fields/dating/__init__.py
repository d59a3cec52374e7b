"""When an article was published and changed: which days a document shows, what each is of, and which counts."""
