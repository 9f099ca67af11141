"""Signs of life."""

from django.db import models


class WorkerBeat(models.Model):
    """When a worker last said that it works. Its name is the host's and the process's."""

    name = models.CharField(max_length=120, primary_key=True)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.name
