"""What was being written: earlier versions, and the text of another PC."""
