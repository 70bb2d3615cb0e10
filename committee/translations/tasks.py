from celery import shared_task

from committee.translations import machine


@shared_task(name="committee.translations.draft_translation")
def draft_translation(*, request_id: int) -> None:
    machine.draft(request_id)
