"""The portal's French texts, compiled when they are newer than their compiled form.

`make` compiles them; this is for who runs a single test in a fresh checkout.
"""

import os
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = Path(__file__).parents[2] / "translations/portal/fr/LC_MESSAGES/django.po"
COMPILED = SOURCE.with_suffix(".mo")


def compile_if_stale() -> None:
    """Write the compiled catalogue, whole or not at all: several workers may do so at once."""
    if COMPILED.exists() and COMPILED.stat().st_mtime >= SOURCE.stat().st_mtime:
        return
    with SOURCE.open("rb") as source:
        catalogue = read_po(source, locale="fr")
    handle, name = tempfile.mkstemp(dir=COMPILED.parent)
    with os.fdopen(handle, "wb") as compiled:
        write_mo(compiled, catalogue)
    Path(name).replace(COMPILED)
