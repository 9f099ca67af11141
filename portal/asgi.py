"""The portal as an ASGI application: the waiting room of ``GET /changes``, then Django.

A server that is stopped otherwise than by a signal calls ``application.close()`` first, so that
waiting clients do not hold it back.
"""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

django_application = get_asgi_application()

# Imported only now: they need Django set up.
from portal.api.waiting.application import WaitingApplication  # noqa: E402

application = WaitingApplication(django_application)
