"""A browser without a screen or JavaScript: opens pages, follows links and fills forms by the words
that a person reads on them. It sends exactly what the page's own forms would send.
"""

from urllib.parse import urljoin

import requests
from bs4 import BeautifulSoup, Tag

TIMEOUT_S = (5, 20)


class PageError(Exception):
    """The page does not hold what a person would have looked for."""


def _words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def _choice(field: Tag, words: str) -> str:
    """The value of the line of a list that reads `words`."""
    for option in field.find_all("option"):
        if _words(option) == words:
            return str(option.get("value", ""))
    raise PageError(f"no line « {words} » in the list « {field.get('name')} »")


class WebForms:
    """One person's browser, with its cookies."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self._http = requests.Session()
        self._http.trust_env = False  # the portal of the demonstration is on this PC
        self.url = base_url
        self.page = BeautifulSoup("", "html.parser")

    def open(self, address: str) -> None:
        """Open a page by its address, absolute or relative to the present one."""
        self._take(self._http.get(urljoin(self.url, address), timeout=TIMEOUT_S))

    def follow(self, words: str) -> None:
        """Click the link that reads `words`."""
        for link in self.page.find_all("a"):
            if _words(link) == words and link.get("href"):
                self.open(str(link["href"]))
                return
        raise PageError(f"no link « {words} » on {self.url}; links: {self._readable('a')}")

    def submit(
        self,
        button: str,
        values: dict[str, str] | None = None,
        files: dict[str, tuple[str, bytes]] | None = None,
    ) -> None:
        """Fill the form that has the button `button`, by the labels of its fields, and press it.

        A radio button or check box is chosen by giving its label an empty value, a line of a list
        by its words; `files` are a name and a content for each field of files.

        Raises:
            PageError: no such button, or no field with such a label.
        """
        pressed, form = self._form_with(button)
        data = self._present_values(form)
        for label, value in (values or {}).items():
            field = self._field(form, label)
            if field.get("type") in {"radio", "checkbox"}:
                data[str(field["name"])] = str(field.get("value", "on"))
            elif field.name == "select":
                data[str(field["name"])] = _choice(field, value)
            else:
                data[str(field["name"])] = value
        sent = {str(self._field(form, each)["name"]): file for each, file in (files or {}).items()}
        if pressed.get("name"):
            data[str(pressed["name"])] = str(pressed.get("value", ""))
        action = urljoin(self.url, str(pressed.get("formaction") or form.get("action") or ""))
        if str(form.get("method", "get")).lower() == "post":
            headers = {"Referer": self.url}
            self._take(
                self._http.post(
                    action, data=data, files=sent or None, headers=headers, timeout=TIMEOUT_S
                )
            )
        else:
            self._take(self._http.get(action, params=data, timeout=TIMEOUT_S))

    def reads(self, words: str) -> bool:
        """Whether the page shows these words."""
        return words in _words(self.page)

    def heading(self) -> str:
        """The page's first heading."""
        found = self.page.find("h1")
        return _words(found) if isinstance(found, Tag) else ""

    def main(self) -> str:
        """The words of the page's main part."""
        found = self.page.find("main")
        return _words(found) if isinstance(found, Tag) else ""

    def items(self, tag: str) -> list[str]:
        """The words of each element of a kind."""
        return [_words(found) for found in self.page.find_all(tag)]

    def lines(self, label: str) -> list[str]:
        """The lines of the list that has this label.

        Raises:
            PageError: the page has no such field.
        """
        return [_words(option) for option in self._field(self.page, label).find_all("option")]

    def _take(self, response: requests.Response) -> None:
        self.url = response.url
        self.page = BeautifulSoup(response.text, "html.parser")
        if response.status_code >= 400:
            raise PageError(f"{response.status_code} « {self.heading()} » at {response.url}")

    def _form_with(self, words: str) -> tuple[Tag, Tag]:
        for button in self.page.find_all(["button", "input"]):
            if button.name == "input" and button.get("type") != "submit":
                continue
            reads = _words(button) or str(button.get("value", ""))
            if reads != words:
                continue
            form = button.find_parent("form")
            if form is None and button.get("form"):
                form = self.page.find("form", id=str(button["form"]))
            if isinstance(form, Tag):
                return button, form
        raise PageError(f"no button « {words} » on {self.url}; buttons: {self._readable('button')}")

    def _field(self, form: Tag, words: str) -> Tag:
        for label in form.find_all("label"):
            if _words(label).rstrip(" *:\u00a0") != words and _words(label) != words:
                continue
            target = label.get("for")
            field = form.find(id=str(target)) if target else label.find(["input", "textarea"])
            if isinstance(field, Tag):
                return field
        raise PageError(f"no field « {words} » on {self.url}; labels: {self._readable('label')}")

    def _present_values(self, form: Tag) -> dict[str, str]:
        data: dict[str, str] = {}
        for field in form.find_all(["input", "textarea", "select"]):
            name = str(field.get("name") or "")
            kind = str(field.get("type") or "")
            if not name or kind in {"submit", "button", "file"}:
                continue
            if kind in {"radio", "checkbox"} and not field.has_attr("checked"):
                continue
            if field.name == "textarea":
                data[name] = field.get_text()
            elif field.name == "select":
                chosen = field.find("option", selected=True) or field.find("option")
                data[name] = str(chosen.get("value", "")) if isinstance(chosen, Tag) else ""
            else:
                data[name] = str(field.get("value", "on" if kind == "checkbox" else ""))
        return data

    def _readable(self, tag: str) -> list[str]:
        return [words for words in self.items(tag) if words][:20]
