import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "committee.config.settings")

application = get_wsgi_application()

# What is loaded by now stays until the end: looking for garbage in it, again and again, finds none.
gc.freeze()
gc.set_threshold(50_000, 20, 20)
