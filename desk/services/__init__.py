"""What desk does: synchronise, publish, sign in, keep drafts. No widgets."""
