"""« Pourquoi cette échéance ? »: one promise explained, line by line."""
