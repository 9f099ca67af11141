"""Apart from the columns: PostgreSQL makes no index while rows await their checks."""

from django.db import migrations
from django.db.models import Exists, OuterRef, Subquery


def name_the_sites(apps, schema_editor):
    """The site of an exchange is that of its clock."""
    threads = apps.get_model("messaging", "Thread").objects.using(schema_editor.connection.alias)
    clocks = apps.get_model("deadlines", "Clock").objects.using(schema_editor.connection.alias)
    with_a_site = clocks.filter(thread=OuterRef("pk"), site__isnull=False)
    threads.filter(Exists(with_a_site)).update(site=Subquery(with_a_site.values("site")[:1]))


class Migration(migrations.Migration):
    dependencies = [("messaging", "0005_board")]

    operations = [migrations.RunPython(name_the_sites, migrations.RunPython.noop)]
