"""The supervisor's place: the board « maintenant », the messages behind it, acts upon many."""
