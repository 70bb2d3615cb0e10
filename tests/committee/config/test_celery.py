"""What the worker knows when it starts."""

import subprocess
import sys

from django.conf import settings

# In a process of its own: here, other tests have imported tasks that no worker would know.
KNOWN = """
import django
django.setup()
from committee.config.celery import app
app.loader.import_default_modules()
print("\\n".join(app.tasks))
"""


def test_a_worker_knows_every_task_that_the_settings_name():
    scheduled = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    named = {*scheduled, *settings.AFTER_AIR_CHANGED, *settings.AFTER_AIR_LINK_CHANGED}

    done = subprocess.run([sys.executable, "-c", KNOWN], capture_output=True, text=True, check=True)

    assert named <= set(done.stdout.split())
