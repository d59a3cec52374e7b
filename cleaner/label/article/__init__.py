"""The article among the blocks: where its prose runs, what stands at its head, inside it, and at its end."""
