"""Addresses of the authorization server: only what desk needs.

The toolkit's pages for managing applications and tokens, its device flow, dynamic registration
and introspection are not mounted.
"""

from django.urls import path
from oauth2_provider.views.base import RevokeTokenView
from oauth2_provider.views.metadata import OAuthServerMetadataView

from portal.api.oauth.views import AuthorizationView, TokenView

app_name = "oauth2_provider"  # the toolkit builds its metadata from names in this namespace

urlpatterns = [
    path(
        ".well-known/oauth-authorization-server",
        OAuthServerMetadataView.as_view(),
        name="oauth-server-metadata",
    ),
    path("o/authorize/", AuthorizationView.as_view(), name="authorize"),
    path("o/token/", TokenView.as_view(), name="token"),
    path("o/revoke_token/", RevokeTokenView.as_view(), name="revoke-token"),
]
