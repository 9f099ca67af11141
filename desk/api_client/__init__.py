"""The portal as desk sees it. No Qt, no database."""
