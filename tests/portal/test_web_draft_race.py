"""Two pages of the same adherent that begin a message at the same instant."""

from django.contrib.auth.hashers import make_password

from portal.accounts.creation import create_adherent
from portal.accounts.models import Adherent
from portal.catalogue.models import Caisse, Profile, Theme
from portal.web import drafts
from portal.web.models import Draft
from tests.support.threads import all_at_once


def test_a_double_click_on_the_first_step_begins_one_message(database: str) -> None:
    adherent = create_adherent(
        username="2630760999000",
        password_hash=make_password(None),
        email="",
        adherent=Adherent(caisse=Caisse.objects.get(code="picardie"), profile=Profile.PARTICULIER),
    )
    theme = Theme.objects.get(code="famille-logement")

    def begin() -> None:
        draft = drafts.draft_of(adherent) or drafts.begin(adherent)
        drafts.choose_theme(draft, theme)

    for _ in range(10):
        Draft.objects.all().delete()
        outcomes = all_at_once([begin] * 4)
        assert outcomes == [None] * 4
        assert Draft.objects.get().theme == theme
