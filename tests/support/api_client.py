"""Calls the API from within the test's process, and reads its refusals."""

import json
from typing import Any

from django.http import HttpResponse
from django.test import Client

from portal.accounts.models import Agent
from tests.support.api_world import signed_in


def post(client: Client, url: str, agent: Agent, body: Any = None, **headers: str) -> Any:
    """Post JSON as `agent`; an underscore in a header's name stands for a hyphen."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(
        url,
        json.dumps(body) if body is not None else "",
        "application/json",
        **signed_in(agent, **named),
    )


def urn(response: HttpResponse) -> str:
    """The last word of a problem's type; that it is a whole problem document is checked."""
    assert response["Content-Type"] == "application/problem+json"
    problem = json.loads(response.content)
    assert problem["status"] == response.status_code
    assert problem["title"]
    assert problem["detail"]
    kind: str = problem["type"]
    return kind.removeprefix("urn:msa-desk:problem:")
