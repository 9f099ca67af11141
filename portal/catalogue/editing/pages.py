"""The editor's pages: the draft, one entry, what would change. Versions themselves are read."""

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts.models import User
from portal.administration.edited_meanwhile import EditedMeanwhile
from portal.administration.version_pages import VersionPages
from portal.catalogue.editing import drafting
from portal.catalogue.editing.comparing import ChangeKind, changes, problems
from portal.catalogue.editing.consequences import idle_teams, refiled, withdrawn
from portal.catalogue.editing.entries import (
    CHILD_OF,
    PARENT_OF,
    Catalogue,
    Entry,
    drafted,
    in_force,
)
from portal.catalogue.editing.forms import EntryForm
from portal.catalogue.editing.listing import TITLES, rows_of, ways_to
from portal.catalogue.editing.publishing import (
    CannotBePublished,
    NotAsShown,
    fingerprint,
    publish,
)
from portal.catalogue.models import CatalogueDraft, CatalogueVersion, EntryLevel


class CatalogueVersionAdmin(VersionPages):
    """Every version of the catalogue, and the pages that make the next one."""

    change_list_template = "catalogue/versions.html"
    list_display = ("number", "imported_at", "source", "created_by", "how_many")
    list_filter = ("source",)
    list_select_related = ("created_by",)
    ordering = ("-number",)
    fields = ("number", "imported_at", "source", "created_by", "what_changed")
    readonly_fields = ("what_changed",)

    @admin.display(description=_("changes"))
    def how_many(self, row: CatalogueVersion) -> int:
        return len(row.changes)

    @admin.display(description=_("what changed"))
    def what_changed(self, row: CatalogueVersion) -> SafeString:
        """The changes of an edit, one a line."""
        lines = [
            (
                ChangeKind(each["kind"]).label,
                EntryLevel(each["level"]).label,
                each["label"],
                each["code"],
                f"({each['before']} → {each['after']})" if each["before"] else "",
            )
            for each in row.changes
        ]
        return format_html_join("", "<p>{} – {} «&nbsp;{}&nbsp;» <code>{}</code> {}</p>", lines)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("draft/", wrap(self.draft), name="catalogue_draft"),
            path("draft/services/", wrap(self.services), name="catalogue_services"),
            path("draft/changes/", wrap(self.changes), name="catalogue_changes"),
            path("draft/move/", wrap(require_POST(self.move)), name="catalogue_move"),
            path("draft/new/<slug:level>/", wrap(self.new), name="catalogue_new"),
            path("draft/<slug:level>/<slug:code>/", wrap(self.entry), name="catalogue_entry"),
            *super().get_urls(),
        ]

    def draft(self, request: HttpRequest) -> HttpResponse:
        """The themes, as the next version would have them.

        Raises:
            PermissionDenied: not for this member of staff; as all of these pages.
        """
        self.editor(request)
        before = in_force()
        after = drafted(before)
        return self.page(
            request,
            "draft.html",
            _("The catalogue’s draft"),
            rows=rows_of(before, after, after.themes()),
            child=EntryLevel.THEME,
            drafted=CatalogueDraft.objects.count(),
        )

    def services(self, request: HttpRequest) -> HttpResponse:
        """The online services, as the next version would have them."""
        self.editor(request)
        before = in_force()
        after = drafted(before)
        services = sorted(after.of(EntryLevel.SERVICE), key=lambda each: each.label.casefold())
        return self.page(
            request,
            "draft.html",
            str(TITLES[EntryLevel.SERVICE]),
            rows=rows_of(before, after, services),
            child=EntryLevel.SERVICE,
            drafted=CatalogueDraft.objects.count(),
        )

    def new(self, request: HttpRequest, level: str) -> HttpResponse:
        """Add an entry to the draft, at the end of its list.

        Raises:
            Http404: there is no such level, or nothing to hang it from.
        """
        user = self.editor(request)
        after = drafted(in_force())
        entry = _blank(after, _level(level), request.GET.get("parent", ""))
        form = EntryForm(
            after,
            entry,
            request.POST if request.method == "POST" else None,
            new=True,
            initial=EntryForm.initial_of(entry, ""),
        )
        if request.method == "POST" and form.is_valid():
            return self._kept(request, form, user, None) or self._entry_page(
                request, form, after, entry, new=True
            )
        return self._entry_page(request, form, after, entry, new=True)

    def entry(self, request: HttpRequest, level: str, code: str) -> HttpResponse:
        """Edit an entry in the draft: its words, who sees it, whether it is offered.

        Raises:
            Http404: there is no such entry.
        """
        user = self.editor(request)
        before = in_force()
        after = drafted(before)
        entry = after.get(_level(level), code)
        if entry is None:
            raise Http404
        if "undo" in request.POST:
            drafting.forget(entry.level, code, user)
            old = before.get(*entry.key)
            told = _("As in force again: « {} ».") if old else _("Taken out of the draft: « {} ».")
            messages.success(request, told.format((old or entry).label))
            return HttpResponseRedirect(_address(old or after.parent(entry)))
        mark = drafting.mark_of(entry.level, code)
        form = EntryForm(
            after,
            entry,
            request.POST if request.method == "POST" else None,
            new=False,
            initial=EntryForm.initial_of(entry, mark),
        )
        if request.method == "POST" and form.is_valid():
            # What was never in force is taken out of the draft, and not retired.
            known = before.get(*entry.key) is not None
            offered = {"retire": False, "restore": True} if known else {}
            active = next((offered[name] for name in offered if name in request.POST), None)
            answer = self._kept(request, form, user, active)
            if answer is not None:
                return answer
        return self._entry_page(request, form, after, entry, new=False)

    def move(self, request: HttpRequest) -> HttpResponse:
        """Exchange an entry's place with its neighbour's."""
        user = self.editor(request)
        after = drafted(in_force())
        level = _level(request.POST.get("level", ""))
        entry = after.get(level, request.POST.get("code", ""))
        if entry is None:
            raise Http404
        drafting.move(entry.key, user, up="up" in request.POST)
        return HttpResponseRedirect(f"{_address(after.parent(entry))}#{entry.code}")

    def changes(self, request: HttpRequest) -> HttpResponse:
        """« Ce qui changerait », and the publication."""
        user = self.editor(request)
        if "drop" in request.POST:
            drafting.forget_all(user)
            messages.success(request, _("The draft is dropped; the catalogue stays as it is."))
            return HttpResponseRedirect(reverse("admin:catalogue_draft"))
        if "publish" in request.POST:
            try:
                version = publish(user, request.POST.get("shown", ""))
            except (NotAsShown, CannotBePublished):
                told = _("The draft or the catalogue has changed meanwhile: look again.")
                messages.warning(request, told)
            else:
                told = _("Version {number} is in force.").format(number=version.number)
                messages.success(request, told)
                return HttpResponseRedirect(reverse("admin:catalogue_catalogueversion_changelist"))
        newest = CatalogueVersion.objects.first()
        before = in_force()
        after = drafted(before)
        found = changes(before, after)
        groups = [
            (kind.label, [each for each in found if each.kind is kind]) for kind in ChangeKind
        ]
        number = 0 if newest is None else newest.number
        return self.page(
            request,
            "changes.html",
            _("What would change"),
            groups=[(label, rows) for label, rows in groups if rows],
            withdrawn=withdrawn(before, after),
            refiled=refiled(before, after),
            idle_teams=idle_teams(before, after),
            problems=problems(after) if found else [],
            shown=fingerprint(number, found),
            next_number=number + 1,
        )

    def _kept(
        self, request: HttpRequest, form: EntryForm, user: User, active: bool | None
    ) -> HttpResponse | None:
        """Write the form's entry into the draft; None when somebody else did so meanwhile."""
        entry = form.offered(active)
        try:
            drafting.keep(entry, user, form.cleaned_data["seen"])
        except EditedMeanwhile:
            self.told_meanwhile(request, form, drafting.mark_of(*entry.key))
            return None
        messages.success(request, _("Kept in the draft: « {} ».").format(entry.label))
        return HttpResponseRedirect(_address(entry))

    def _entry_page(
        self, request: HttpRequest, form: EntryForm, after: Catalogue, entry: Entry, *, new: bool
    ) -> HttpResponse:
        before = in_force()
        titles = {
            EntryLevel.THEME: _("A new theme"),
            EntryLevel.SUJET: _("A new sujet"),
            EntryLevel.MOTIF: _("A new motif"),
            EntryLevel.SERVICE: _("A new online service"),
        }
        drafted_entry = before.get(*entry.key) != entry
        return self.page(
            request,
            "entry.html",
            titles[entry.level] if new else entry.label,
            form=form,
            entry=entry,
            new=new,
            ways=ways_to(after, entry),
            drafted_entry=drafted_entry and not new,
            in_force=before.get(*entry.key),
            rows=rows_of(before, after, after.children(entry)),
            child=None if new else CHILD_OF.get(entry.level),
            drafted=CatalogueDraft.objects.count(),
        )


def _level(name: str) -> EntryLevel:
    if name not in EntryLevel.values:
        raise Http404
    return EntryLevel(name)


def _blank(after: Catalogue, level: EntryLevel, parent_code: str) -> Entry:
    """What a new entry begins with: its parent's profiles, and its neighbours' team."""
    above = PARENT_OF.get(level)
    parent = None if above is None else after.get(above, parent_code)
    if above is not None and parent is None:
        raise Http404
    blank = Entry(level, "", "", parent="" if parent is None else parent.code)
    neighbours = after.siblings(blank)
    theme = None if parent is None else after.parent(parent) or parent
    return Entry(
        level,
        "",
        "",
        parent=blank.parent,
        position=max((each.position for each in neighbours), default=0) + 1,
        profiles=() if parent is None else parent.profiles,
        competence="" if theme is None else theme.competence,
    )


def _address(entry: Entry | None) -> str:
    """The page of an entry; of the themes without one."""
    if entry is None:
        return reverse("admin:catalogue_draft")
    return reverse("admin:catalogue_entry", args=[entry.level.value, entry.code])
