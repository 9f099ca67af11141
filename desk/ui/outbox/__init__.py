"""The outbox: a place that the agent can open, see, cancel in, and retry from."""
