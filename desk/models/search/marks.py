"""Words of the index that nobody can type: what a text is, beside what it says.

A status or a motif is found as fast as any word, together with the others, because it is one. They
begin with a private character, which `words.searchable` takes out of every text and every query.
"""

_BEGIN = "\ue000"
_JOIN = "\ue001"
_NAME = "\ue002"

EVERY = f"{_BEGIN}z"
"""In every document: what is left of a query that says only what is not wanted."""


def motif(code: str) -> str:
    """Classified under this motif."""
    return f"{_BEGIN}m{_code(code)}"


def sujet(code: str) -> str:
    """Classified under this sujet."""
    return f"{_BEGIN}s{_code(code)}"


def theme(code: str) -> str:
    """Classified under this thème."""
    return f"{_BEGIN}t{_code(code)}"


def status(value: str) -> str:
    """The exchange's status: ``open``, ``answered``, ``closed``."""
    return f"{_BEGIN}e{_code(value)}"


def agent(agent_id: int) -> str:
    """This agent wrote in the exchange."""
    return f"{_BEGIN}a{agent_id}"


def agent_named(word: str) -> str:
    """An agent with this word in their name wrote in the exchange; found by its beginning too."""
    return f"{_NAME}{word}"


def _code(code: str) -> str:
    return "".join(each if each.isascii() and each.isalnum() else _JOIN for each in code.lower())
