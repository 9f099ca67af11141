"""French spelling, on this PC only: Hunspell's dictionary through enchant, or nothing at all."""
