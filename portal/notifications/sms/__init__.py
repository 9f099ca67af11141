"""SMS: what they say and how long it is, the gateway that takes them, and their sender."""
