"""What an agent does to an exchange besides replying: note, correct, hand over, close, free."""
