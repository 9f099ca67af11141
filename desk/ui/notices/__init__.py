"""What the desktop tells an agent, and when it is quiet."""
