"""Every act has its number, once in its chain."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_chain_the_past")]

    operations = [
        migrations.AlterField(
            model_name="auditevent",
            name="seq",
            field=models.BigIntegerField(verbose_name="number"),
        ),
        migrations.AddConstraint(
            model_name="auditevent",
            constraint=models.UniqueConstraint(
                fields=("chain", "seq"), name="audit_number_once_per_chain"
            ),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["thread_id", "at"], name="audit_of_a_thread"),
        ),
        migrations.AlterModelOptions(
            name="auditevent",
            options={
                "permissions": [("export_auditevent", "Can export the audit trail")],
                "verbose_name": "act of the audit trail",
                "verbose_name_plural": "audit trail",
            },
        ),
    ]
