"""The administration pages, for staff: what they share."""
