"""A reader of the web pages inside the test's process: finds links, buttons and fields by their
words, as a person does, and sends exactly what the page's own form would send.
"""

from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client


def words(tag: Tag) -> str:
    """What a tag reads, with single blanks."""
    return " ".join(tag.get_text(" ").split())


def typed(textarea: Tag) -> str:
    """The text in a field; browsers skip the line break that follows its opening tag."""
    return textarea.get_text().removeprefix("\n")


class Reader:
    """One person at a browser without JavaScript."""

    def __init__(self, **defaults: Any) -> None:
        self.client = Client(**defaults)
        self.path = "/"
        self.status = 0
        self.response = HttpResponse()
        self.page = BeautifulSoup("", "html.parser")

    def open(self, path: str) -> "Reader":
        """Open an address and follow its redirects."""
        return self._take(path, self.client.get(urljoin(self.path, path), follow=True))

    def follow(self, link: str) -> "Reader":
        """Click the link that reads `link`."""
        found = [tag for tag in self.page.find_all("a") if words(tag) == link]
        assert found, f"no link « {link} » on {self.path}"
        return self.open(str(found[0]["href"]))

    def press(self, button: str, **fields: str) -> "Reader":
        """Fill fields by their names and press the button that reads `button`."""
        address, data = self.form(button)
        data.update(fields)
        return self.post(address, data)

    def choose(self, label: str) -> "Reader":
        """Choose the radio button that reads `label` and press « Valider »."""
        radio = self.radio(label)
        return self.press("Valider", **{str(radio["name"]): str(radio["value"])})

    def post(self, address: str, data: dict[str, str]) -> "Reader":
        """Send a form as it is."""
        return self._take(address, self.client.post(address, data, follow=True))

    def form(self, button: str) -> tuple[str, dict[str, str]]:
        """The address and the present values of the form that has the button `button`."""
        pressed = [tag for tag in self.page.find_all("button") if words(tag) == button]
        assert pressed, f"no button « {button} » on {self.path}"
        # Where two read the same, the one that is seen is the last.
        owner = pressed[-1].get("form")
        form = self.page.find("form", id=str(owner)) if owner else pressed[-1].find_parent("form")
        assert isinstance(form, Tag)
        data = {}
        for field in form.find_all(["input", "textarea"]):
            if field.get("type") in ("radio", "checkbox") and not field.has_attr("checked"):
                continue
            unsaid = "on" if field.get("type") in ("radio", "checkbox") else ""
            value = typed(field) if field.name == "textarea" else field.get("value", unsaid)
            data[str(field["name"])] = str(value)
        if pressed[-1].get("name"):
            data[str(pressed[-1]["name"])] = str(pressed[-1].get("value", ""))
        return urljoin(self.path, str(form.get("action") or "")), data

    def radio(self, label: str) -> Tag:
        """The radio button that reads `label`."""
        for tag in self.page.find_all("label"):
            if words(tag) == label:
                found = self.page.find(id=str(tag["for"]))
                assert isinstance(found, Tag)
                return found
        raise AssertionError(f"no choice « {label} » on {self.path}")

    def choices(self) -> list[str]:
        """The radio buttons of the page, in order."""
        return [words(tag) for tag in self.page.select("label.choice")]

    def text(self) -> str:
        """All that the page reads."""
        return words(self.page)

    def heading(self) -> str:
        """The page's title on the page."""
        return words(self.one("h1"))

    def headings(self, level: str) -> list[str]:
        """The headings of one level, ``h2`` say, in order."""
        return [words(tag) for tag in self.page.find_all(level)]

    def notices(self) -> list[str]:
        """The coloured notices of the page."""
        return [words(tag) for tag in self.page.select(".notice")]

    def errors(self) -> list[str]:
        """What is said next to the fields, and above the form."""
        return [words(tag) for tag in self.page.select(".errorlist li, .notice--error p")]

    def one(self, selector: str) -> Tag:
        """The one element that a CSS selector finds."""
        found = self.page.select(selector)
        assert len(found) == 1, f"{len(found)} × {selector} on {self.path}"
        return found[0]

    def buttons(self) -> list[str]:
        """The buttons (and links drawn as such) that end a step."""
        return [words(tag) for tag in self.page.select(".buttons--end > *")]

    def _take(self, path: str, response: Any) -> "Reader":
        chain = getattr(response, "redirect_chain", [])
        self.path = urlsplit(chain[-1][0] if chain else urljoin(self.path, path)).path
        self.status = response.status_code
        self.response = response
        self.page = BeautifulSoup(response.content, "html.parser")
        return self
