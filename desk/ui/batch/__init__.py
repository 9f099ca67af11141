"""One act upon several messages of the list."""
