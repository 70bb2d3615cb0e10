"""What the worker knows when it starts."""

import subprocess
import sys
from functools import cache
from pathlib import Path

from django.conf import settings

import committee

# In a process of its own: here, other tests have imported tasks that no worker would know.
KNOWN = """
import django
django.setup()
from committee.config.celery import app
app.loader.import_default_modules()
print("\\n".join(app.tasks))
"""


@cache
def known_tasks() -> set[str]:
    done = subprocess.run([sys.executable, "-c", KNOWN], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_a_worker_knows_the_tasks_of_every_room():
    rooms = {
        f"{path.parts[-3]}.{path.parts[-2]}"
        for path in Path(committee.__file__).parents[1].glob("*/*/tasks.py")
    }

    assert rooms - {name.rpartition(".")[0] for name in known_tasks()} == set()


def test_a_worker_knows_every_task_that_the_settings_name():
    scheduled = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    named = {*scheduled, *settings.AFTER_AIR_CHANGED, *settings.AFTER_AIR_LINK_CHANGED}

    assert named <= known_tasks()
