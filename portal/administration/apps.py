"""Django's entry for this room: its administration site takes the place of the ordinary one."""

from django.contrib.admin.apps import AdminConfig


class AdministrationConfig(AdminConfig):
    default_site = "portal.administration.site.AdministrationSite"
