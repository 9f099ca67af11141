"""The portal as an ASGI application: the waiting room of ``GET /changes``, then Django.

A server that is stopped otherwise than by a signal calls ``application.close()`` first, so that
waiting clients do not hold it back.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

django.setup(set_prefix=False)

# Imported only now: they need Django set up.
from django.conf import settings  # noqa: E402

from portal.api.waiting.application import WaitingApplication  # noqa: E402
from portal.serving.threaded_django import ThreadedDjango  # noqa: E402

application = WaitingApplication(ThreadedDjango(settings.ENVIRONMENT.requests_at_once))
