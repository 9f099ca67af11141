"""Every migrated database knows desk, as RFC 8252 and RFC 9700 want it registered."""

from oauth2_provider.models import get_application_model

from portal.api.oauth.client import register_desk


def test_a_migrated_database_knows_desk(database):
    desk = get_application_model().objects.get(client_id="desk")
    assert desk.client_type == "public"
    assert desk.authorization_grant_type == "authorization-code"
    assert desk.redirect_uris == "http://127.0.0.1/callback"
    assert desk.skip_authorization
    desk.full_clean()


def test_a_registration_that_was_changed_is_put_right(database):
    applications = get_application_model().objects
    applications.filter(client_id="desk").update(redirect_uris="https://ailleurs.test/")
    register_desk(get_application_model())
    assert applications.get(client_id="desk").redirect_uris == "http://127.0.0.1/callback"
    assert applications.count() == 1
