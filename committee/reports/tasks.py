from celery import shared_task
from celery.signals import worker_ready
from django.utils import timezone

from committee.reports import build, completion, freezing, reprints


@shared_task(name="committee.reports.build_edition")
def build_edition(*, edition_id: int) -> None:
    build.build(edition_id)


@shared_task(name="committee.reports.freeze_round")
def freeze_round(*, round_id: int) -> None:
    freezing.freeze(round_id)


@shared_task(name="committee.reports.reprint_edition")
def reprint_edition(*, reprint_id: int) -> None:
    reprints.reprint(reprint_id)


@shared_task(name="committee.reports.take_up_silent_builds")
def take_up_silent_builds() -> None:
    for edition_id in build.take_up_silent(timezone.now()):
        build_edition.delay(edition_id=edition_id)


@shared_task(name="committee.reports.take_up_silent_rounds")
def take_up_silent_rounds() -> None:
    for round_id in freezing.take_up_silent_rounds(timezone.now()):
        freeze_round.delay(round_id=round_id)


@shared_task(name="committee.reports.give_up_silent_reprints")
def give_up_silent_reprints() -> None:
    reprints.give_up_silent(timezone.now())


@shared_task(name="committee.reports.look_after_publications")
def look_after_publications() -> None:
    for report_id in completion.publications():
        look_after_publication.delay(report_id=report_id)


@shared_task(name="committee.reports.look_after_publication")
def look_after_publication(*, report_id: int) -> None:
    completion.look_after(report_id=report_id)


@worker_ready.connect
def take_up_at_start(**_signal: object) -> None:
    """A worker that starts looks for what the one before it left; `REPORT_SILENCE_SECONDS` still hold."""
    take_up_silent_builds.delay()
    take_up_silent_rounds.delay()
