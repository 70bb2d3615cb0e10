from celery import shared_task
from django.utils import timezone

from environment.pulls import pulling

# Longer than one attempt may take, shorter than its claim.
SECONDS_TO_PULL = 60


@shared_task(name="environment.pulls.run", soft_time_limit=SECONDS_TO_PULL, time_limit=2 * SECONDS_TO_PULL)
def run_pull(*, pull_id: int) -> None:
    pulling.run(pull_id, timezone.now())


@shared_task(name="environment.pulls.run_due")
def run_due() -> None:
    for pull_id in pulling.due(timezone.now()):
        run_pull.delay(pull_id=pull_id)
