"""The settings under which tests run: as in production, but quick, and nothing outlives the process."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_FOLDER = Path(tempfile.mkdtemp(prefix="committee-tests-"))
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
os.environ["STATE_FOLDER"] = str(_FOLDER)
os.environ["DEMONSTRATION"] = "true"
os.environ["SECRET_KEY"] = "only for tests"
# All tests come from one address.
os.environ["VISITS_A_MINUTE"] = "1000000"
for _name in ("REDIS_URL", "EMAIL_URL", "DEBUG", "SITE_ADDRESS", "ALLOWED_HOSTS", "OIDC_NAME"):
    os.environ.pop(_name, None)

# The environment above must be set first.
from committee.config.settings import *  # noqa: E402, F403
from committee.config.settings import DATABASES  # noqa: E402

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # In a file, as in production: the pages' threads and the tests each have a connection of their own.
    DATABASES["default"]["TEST"] = {"NAME": str(_FOLDER / "test.sqlite3")}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "committee.pages.gone_files.StoredFiles"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = _FOLDER / "static"
STATIC_ROOT.mkdir()
CELERY_BROKER_URL = "memory://"
CELERY_BROKER_TRANSPORT_OPTIONS = {}
