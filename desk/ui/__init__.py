"""Windows and what is drawn in them."""
