"""« Rendez-vous »: the open requests of the caisse, and their answers."""
