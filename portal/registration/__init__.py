"""« S'inscrire » and « Mot de passe oublié »: codes by e-mail, the same answer to everybody."""
