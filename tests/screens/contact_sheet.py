"""One page that shows all pictures: a row for each screen, a column for each way it was taken."""

import html
from pathlib import Path

_STYLE = """
body { font: 15px/1.4 system-ui, sans-serif; margin: 24px; background: #f4f6f8; color: #16202a; }
section { margin-bottom: 32px; }
h2 { font-size: 17px; margin: 0 0 8px; }
div { display: flex; gap: 12px; overflow-x: auto; }
figure { margin: 0; flex: none; }
img { height: 260px; border: 1px solid #7d8996; background: #fff; }
figcaption { color: #52606d; font-size: 13px; }
"""


def write_contact_sheet(folder: Path) -> Path:
    """``index.html`` over ``<language>-<scale>/<screen>.<look>[.<width>].png``; its path."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(folder.glob("*/*.png"), key=lambda each: (each.parent.name, each.name)):
        screen, _, how = path.stem.partition(".")
        relative = path.relative_to(folder).as_posix()
        rows.setdefault(screen, []).append((relative, f"{path.parent.name} {how}"))
    sections = [
        f'<section id="{html.escape(screen)}"><h2>{html.escape(screen)}</h2><div>'
        + "".join(
            f'<figure><a href="{html.escape(path)}"><img loading="lazy" src="{html.escape(path)}"'
            f' alt="{html.escape(f"{screen}, {how}")}"></a>'
            f"<figcaption>{html.escape(how.replace('.', ' · '))}</figcaption></figure>"
            for path, how in pictures
        )
        + "</div></section>"
        for screen, pictures in sorted(rows.items())
    ]
    index = folder / "index.html"
    index.write_text(
        '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Every screen of desk</title>'
        f"<style>{_STYLE}</style><h1>Every screen of desk</h1>"
        f"<p>{sum(map(len, rows.values()))} pictures of {len(rows)} screens.</p>"
        f"{''.join(sections)}</html>\n",
        encoding="utf-8",
    )
    return index
