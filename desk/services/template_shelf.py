"""The templates in use at one time, compiled. Another collection is another shelf."""

from functools import cached_property
from typing import TYPE_CHECKING

from desk.models.folding import fold

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

    from desk.services.reply_template import ReplyTemplate


class TemplateShelf:
    """Never changes what it holds: a worker may prepare one while the window uses another."""

    def __init__(
        self, templates: "tuple[ReplyTemplate, ...]", environment: "SandboxedEnvironment"
    ) -> None:
        self.all = templates
        self._environment = environment
        self._bodies: dict[str, Template] = {}

    @cached_property
    def by_code(self) -> "dict[str, ReplyTemplate]":
        return {template.code: template for template in self.all}

    @cached_property
    def searched(self) -> dict[str, str]:
        """Code → the words that a search looks in."""
        return {template.code: searched_words(template) for template in self.all}

    def body(self, template: "ReplyTemplate") -> "Template":
        """Compiled at its first use.

        Raises:
            jinja2.TemplateError: it is no template.
        """
        compiled = self._bodies.get(template.code)
        if compiled is None:
            compiled = self._environment.from_string(template.body)
            self._bodies[template.code] = compiled
        return compiled

    def prepare(self) -> None:
        """Compile them all."""
        for template in self.all:
            self.body(template)
        len(self.searched)
        len(self.by_code)


def searched_words(template: "ReplyTemplate") -> str:
    """Title, category, themes and text."""
    themes = " ".join(template.themes).replace("-", " ")
    return fold(f"{template.title} {template.category} {themes} {template.body}")
