"""Settings, addresses and the Celery application, which every process that queues a task must have loaded."""

from committee.config.celery import app as celery_app

__all__ = ["celery_app"]
