"""The printed page of a proof: words into a template, with no national number in clear."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

_BETWEEN = r"[\s.\-/_\u00a0\u202f]{0,3}"
_LOOKS_LIKE_A_NIR = re.compile(
    rf"(?<![0-9A-Za-z])([1-478])((?:{_BETWEEN}[0-9]){{5}}{_BETWEEN}[0-9ABab]"
    rf"(?:{_BETWEEN}[0-9]){{6,8}})(?![0-9])"
)


def without_nirs(text: str) -> str:
    """`text` with whatever looks like a NIR masked, right key or not: paper is not called back."""
    return _LOOKS_LIKE_A_NIR.sub(r"\1 •• •• •• ••• •••", text)


def fingerprint(text: str) -> str:
    """SHA-256 of the exact text (UTF-8, hexadecimal): what is printed can be compared with what
    the portal holds, although a number may be masked on paper.
    """
    return hashlib.sha256(text.encode()).hexdigest()


def proof_page(template: Path, values: Mapping[str, object]) -> str:
    """The page as HTML. Every value is escaped: a reply's text is text, whatever it contains.

    Raises:
        jinja2.UndefinedError: the template names something that is not in `values`.
    """
    # Imported at the first use: no window waits for it.
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(template.read_text(encoding="utf-8")).render(values)
