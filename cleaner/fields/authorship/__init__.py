"""Who wrote an article: what bylines, heads and signatures say, and which names they hold."""
