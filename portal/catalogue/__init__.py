"""Caisses and the catalogue of themes, sujets, motifs and online services."""
