"""Pages that edit what is kept in versions: who may, what they share, and how an edit ends.

The rows themselves are read-only: a version is made by an editing page alone, and the row says by
whom and when.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.administration.edited_meanwhile import EditedMeanwhile
from portal.administration.walls import OwnCaisseOnly, ReadOnly, caisse_of
from portal.catalogue.models import Caisse

if TYPE_CHECKING:
    _Rows = admin.ModelAdmin[Any]
else:
    _Rows = admin.ModelAdmin


class Numbered(Protocol):
    """A version as it is made."""

    number: int


class VersionPages(ReadOnly, _Rows):
    """Rows of versions, with pages of their own for whoever may make the next one."""

    def editor(self, request: HttpRequest) -> User:
        """The member of staff who may make versions.

        Raises:
            PermissionDenied: this one may not.
        """
        user, right = request.user, f"{self.opts.app_label}.add_{self.opts.model_name}"
        if not isinstance(user, User) or not user.has_perm(right):
            raise PermissionDenied
        return user

    def page(
        self, request: HttpRequest, template: str, title: str, **context: Any
    ) -> TemplateResponse:
        """One page of the administration, its template in the folder of the application."""
        shown = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            **context,
        }
        return TemplateResponse(request, f"{self.opts.app_label}/{template}", shown)

    def told_meanwhile(self, request: HttpRequest, form: Form, seen: int | str) -> None:
        """Say on a form that somebody else was first. What was typed stays in it.

        Args:
            seen: what marks theirs: saved again, the form stands upon it.
        """
        told = _(
            "Somebody else made an edit meanwhile. What you typed is still here: look at theirs in"
            " another tab, then save again to put yours in its place."
        )
        form.add_error(None, told)
        typed = request.POST.copy()
        typed["seen"] = str(seen)
        form.data = typed


class CaisseVersionPages(OwnCaisseOnly, VersionPages):
    """Versions of a caisse's own words: `current/` lists those in force, `edit/` makes the next."""

    def get_urls(self) -> list[URLPattern]:
        wrap, app = self.admin_site.admin_view, self.opts.app_label
        return [
            path("current/", wrap(self.current), name=f"{app}_current"),
            path("edit/", wrap(self.edit), name=f"{app}_edit"),
            *super().get_urls(),
        ]

    def current(self, request: HttpRequest) -> HttpResponse:
        """What one caisse has now.

        Raises:
            PermissionDenied: not for this member of staff.
        """
        raise NotImplementedError

    def edit(self, request: HttpRequest) -> HttpResponse:
        """Edit one: shown for an invented adherent, then saved as the next version.

        Raises:
            PermissionDenied: not for this member of staff.
            Http404: the caisse has no such thing.
        """
        raise NotImplementedError

    def caisse(self, request: HttpRequest) -> Caisse:
        """One's own; a superuser names it in the query, or gets the first.

        Raises:
            PermissionDenied: staff of no caisse.
        """
        own = caisse_of(request)
        if own is None:
            named = Caisse.objects.filter(pk=request.GET.get("caisse", "")).first()
            own = named or Caisse.objects.order_by("code").first()
        if own is None or not own.pk:
            raise PermissionDenied
        return own

    def seen(self, request: HttpRequest) -> int:
        """The number of the version that was before the editor's eyes, 0 for none."""
        typed = request.POST.get("seen", "")
        return int(typed) if typed.isdecimal() else 0

    def made(
        self,
        request: HttpRequest,
        caisse: Caisse,
        make: Callable[[], Numbered],
        words: str = "",
        *,
        again: Callable[[], HttpResponse] | None = None,
    ) -> HttpResponse:
        """Make the version, say so, and go back to what is in force.

        Args:
            words: what is said, where it is not « version … is in force ».
            again: the page with what was typed, when somebody else was first; None: nothing was.
        """
        try:
            version = make()
        except EditedMeanwhile:
            if again is not None:
                return again()
            told = _("Somebody made another version meanwhile: look at it, then edit anew.")
            messages.warning(request, told)
        else:
            told = words or _("Version {number} is in force.").format(number=version.number)
            messages.success(request, told)
        target = reverse(f"admin:{self.opts.app_label}_current")
        return HttpResponseRedirect(f"{target}?caisse={caisse.pk}")
