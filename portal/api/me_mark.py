"""What tells desk, with the feed, that ``GET /me`` would say something else than before."""

import hashlib

from django.conf import settings
from pydantic_core import to_json

from portal.accounts.models import Agent
from portal.api.shapes import me_shape


def me_mark(agent: Agent) -> str:
    """Return 16 characters that differ when the agent, their caisse or whom they may ask do.

    Two small queries: a page of the feed has ten, and an agent whose training has ended must not
    wait for their next sign-in.
    """
    shape = me_shape(agent, f"{settings.ENVIRONMENT.base_url}/")
    return hashlib.blake2b(to_json(shape), digest_size=8).hexdigest()
