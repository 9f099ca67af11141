from django.core.management import call_command
from django.db import migrations


def create_cache_table(apps, schema_editor):
    """The table of the database cache, where sign-in attempts are counted (settings.CACHES)."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("web", "0001_initial")]

    operations = [
        # Backwards it stays: a cache holds nothing worth a table's removal.
        migrations.RunPython(create_cache_table, migrations.RunPython.noop),
    ]
