"""What supervisors watch and do: the board of open messages, who is there, acts in batch."""
