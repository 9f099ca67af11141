"""Search over the whole store: the box, what it found, and opening it there."""
