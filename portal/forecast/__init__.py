"""Which deadlines will break, when and in which motif: a simulation, and what it is read from."""
