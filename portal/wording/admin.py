"""A caisse's texts in the administration: versions to be read, and the editing page."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from portal.administration.version_pages import CaisseVersionPages
from portal.catalogue.models import Caisse
from portal.wording.editing import make_version, newest
from portal.wording.forms import WordingForm
from portal.wording.models import WordingVersion, is_sms
from portal.wording.names import (
    CAISSE_OF_MAIL,
    CAISSE_OF_SMS,
    names_of,
    names_of_subject,
)
from portal.wording.own import own_words


@dataclass(frozen=True)
class _Row:
    code: str
    label: str
    version: WordingVersion | None


@admin.register(WordingVersion)
class WordingVersionAdmin(CaisseVersionPages):
    """Every version of every text, by whom and when."""

    change_list_template = "wording/versions.html"
    list_display = ("code", "number", "caisse", "withdrawn", "created_at", "created_by")
    list_filter = ("caisse", "code", "withdrawn")
    list_select_related = ("caisse", "created_by")

    def current(self, request: HttpRequest) -> HttpResponse:
        self.editor(request)
        caisse = self.caisse(request)
        texts = [
            _Row(code, str(label), newest(caisse, code))
            for code, label in WordingVersion.Text.choices
        ]
        title = _("Texts of the notifications")
        return self.page(request, "current.html", title, caisse=caisse, texts=texts)

    def edit(self, request: HttpRequest) -> HttpResponse:
        user, caisse = self.editor(request), self.caisse(request)
        code = request.GET.get("code", "")
        if code not in WordingVersion.Text.values:
            raise Http404
        version = newest(caisse, code)
        if request.method != "POST":
            form = WordingForm(caisse, code, initial=_start(version, code))
            return self._editing(request, form, version, caisse, code)
        make = partial(make_version, caisse, code, by=user)
        if version is not None and "withdraw" in request.POST:
            words = _("Withdrawn: the portal's own words are in force.")
            same = {"subject": version.subject, "body": version.body}
            withdraw = partial(make, **same, seen=self.seen(request), withdrawn=True)
            return self.made(request, caisse, withdraw, words)
        form = WordingForm(caisse, code, request.POST)
        if not form.is_valid() or "save" not in request.POST:
            return self._editing(request, form, version, caisse, code)
        data = form.cleaned_data
        typed = {"subject": data.get("subject", ""), "body": data["body"]}
        again = partial(self._again, request, form, caisse, code)
        return self.made(request, caisse, partial(make, **typed, seen=data["seen"]), again=again)

    def _again(
        self, request: HttpRequest, form: WordingForm, caisse: Caisse, code: str
    ) -> HttpResponse:
        version = newest(caisse, code)
        self.told_meanwhile(request, form, 0 if version is None else version.number)
        return self._editing(request, form, version, caisse, code)

    def _editing(
        self,
        request: HttpRequest,
        form: WordingForm,
        version: WordingVersion | None,
        caisse: Caisse,
        code: str,
    ) -> HttpResponse:
        return self.page(
            request,
            "edit.html",
            str(WordingVersion.Text(code).label),
            form=form,
            version=version,
            caisse=caisse,
            names=_offered(code),
            names_of_subject=[] if is_sms(code) else sorted(names_of_subject() - {"caisse"}),
        )


def _start(version: WordingVersion | None, code: str) -> dict[str, Any]:
    """What the form shows first: the words in force."""
    number = 0 if version is None else version.number
    if version is None or version.withdrawn:
        subject, body = own_words(code)
    else:
        subject, body = version.subject, version.body
    return {"subject": subject, "body": body, "seen": number}


def _offered(code: str) -> list[str]:
    attributes = CAISSE_OF_SMS if is_sms(code) else CAISSE_OF_MAIL
    return sorted({*(names_of(code) - {"caisse"}), *(f"caisse.{name}" for name in attributes)})
