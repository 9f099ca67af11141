"""What should not leave in a reply, looked for on this PC only. Pure functions.

`findings` (`desk.services.guard.checks`) warns; the agent mends or confirms. Nothing is deleted by
itself, and nothing of the text goes anywhere.
"""
