"""Writes an HTML page as an accessible PDF (PDF/UA-1): headings, lists and tables become its
structure, the page's language and title its own. Nothing is fetched, whatever the page says.
"""

from base64 import b64encode

from django.conf import settings

REGULAR, BOLD = "Inter_400Regular.ttf", "Inter_600SemiBold.ttf"


class PdfImpossible(Exception):
    """The PDF cannot be made on this machine; the message says what is missing."""


def write_pdf(page: str) -> bytes:
    """Lay a whole HTML page out.

    Args:
        page: holds all that it shows; pictures and fonts as ``data:`` addresses.

    Raises:
        PdfImpossible: the libraries that lay text out are not there.
    """
    try:
        # Imported when first needed: it takes a second, and Pango is loaded by its name.
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except OSError as error:
        raise PdfImpossible(
            "the PDF needs Pango: install libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0"
        ) from error
    laid_out = HTML(string=page, url_fetcher=URLFetcher(allowed_protocols=("data",)))
    content: bytes = laid_out.write_pdf(pdf_variant="pdf/ua-1")
    return content


def font_source(name: str) -> str:
    """The address under which a page uses one of the program's own fonts."""
    content = (settings.RESOURCES / "fonts" / name).read_bytes()
    return "data:font/ttf;base64," + b64encode(content).decode()
