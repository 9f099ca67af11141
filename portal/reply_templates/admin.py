"""A caisse's reply templates in the administration: versions to be read, and the editing page."""

from functools import partial

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from portal.administration.version_pages import CaisseVersionPages
from portal.catalogue.models import Caisse
from portal.reply_templates.editing import make_version, newest
from portal.reply_templates.forms import TemplateForm
from portal.reply_templates.models import TemplateVersion


@admin.register(TemplateVersion)
class TemplateVersionAdmin(CaisseVersionPages):
    """Every version of every template, by whom and when."""

    change_list_template = "reply_templates/versions.html"
    list_display = ("title", "code", "number", "caisse", "withdrawn", "created_at", "created_by")
    list_filter = ("caisse", "withdrawn")
    list_select_related = ("caisse", "created_by")
    search_fields = ("title", "code", "body")

    def current(self, request: HttpRequest) -> HttpResponse:
        self.editor(request)
        caisse = self.caisse(request)
        title = _("Reply templates")
        return self.page(request, "current.html", title, caisse=caisse, templates=newest(caisse))

    def edit(self, request: HttpRequest) -> HttpResponse:
        user, caisse = self.editor(request), self.caisse(request)
        code = request.GET.get("code", "")
        version = next((each for each in newest(caisse) if each.code == code), None)
        if code and version is None:
            raise Http404
        if request.method != "POST":
            initial = TemplateForm.initial_of(version) if version else {"seen": 0, "themes": ["*"]}
            return self._editing(request, TemplateForm(caisse, initial=initial), version, caisse)
        if version is not None and ("withdraw" in request.POST or "restore" in request.POST):
            withdrawn, seen = "withdraw" in request.POST, self.seen(request)
            words = _("Withdrawn; agents lose it at their next synchronisation.")
            make = partial(make_version, caisse, code, version.content, user, seen)
            return self.made(
                request, caisse, partial(make, withdrawn=withdrawn), words if withdrawn else ""
            )
        form = TemplateForm(caisse, request.POST)
        wrong_code = form.is_valid() and code and form.cleaned_data["code"] != code
        if not form.is_valid() or wrong_code or "save" not in request.POST:
            return self._editing(request, form, version, caisse)
        data = form.cleaned_data
        make = partial(make_version, caisse, data["code"], form.content, user, data["seen"])
        again = partial(self._again, request, form, caisse, data["code"])
        return self.made(request, caisse, make, again=again)

    def _again(
        self, request: HttpRequest, form: TemplateForm, caisse: Caisse, code: str
    ) -> HttpResponse:
        if not request.GET.get("code"):
            form.add_error("code", _("This code is taken: give another one."))
            return self._editing(request, form, None, caisse)
        version = next((each for each in newest(caisse) if each.code == code), None)
        self.told_meanwhile(request, form, 0 if version is None else version.number)
        return self._editing(request, form, version, caisse)

    def _editing(
        self,
        request: HttpRequest,
        form: TemplateForm,
        version: TemplateVersion | None,
        caisse: Caisse,
    ) -> HttpResponse:
        title = _("Edit a reply template") if version else _("A new reply template")
        return self.page(request, "edit.html", title, form=form, version=version, caisse=caisse)
