"""« Demander un rendez-vous » (R-CTC-04, R-SVC-09): asked by adherents, answered by agents."""
