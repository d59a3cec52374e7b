"""Language packs: data alone, a folder a tag. Holds no code; `cleaner.language` is the only reader."""
