"""Full-text search over the store: its words, its index, its language, what is found."""
