"""« Déposer un document » (R-DOC-01 to R-DOC-09): what adherents send, checked, sealed and kept."""
