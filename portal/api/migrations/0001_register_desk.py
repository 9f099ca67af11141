"""Registers desk as an OAuth client, so that every migrated database knows it."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from portal.api.oauth.client import CLIENT_ID, register_desk


def register(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    register_desk(apps.get_model("oauth2_provider", "Application"))


def unregister(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("oauth2_provider", "Application").objects.filter(client_id=CLIENT_ID).delete()


class Migration(migrations.Migration):
    dependencies = [("oauth2_provider", "0022_refreshtoken_token_family_index")]

    operations = [migrations.RunPython(register, unregister)]
