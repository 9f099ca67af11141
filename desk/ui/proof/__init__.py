"""The chain of proof on screen, on paper and as PDF."""
