from typing import Any

from tests.factories.agreement import AgreementFactory
from tests.factories.edition import EditionFileFactory, ReadyEditionFactory
from tests.factories.meeting_report import published_report, withdrawn_report
from tests.permission_matrix import Row, World, of_everybody


def of_agreement_in_force(_world: World) -> list[Any]:
    return [AgreementFactory(state="in_force", signed_on="2015-11-03", in_force_from="2015-11-03").pk]


def of_draft(_world: World) -> list[Any]:
    return [AgreementFactory(state="draft", signed_on=None, in_force_from=None).pk]


def of_published_report(_world: World) -> list[Any]:
    return [published_report().meeting.editions.first().pk]


def of_withdrawn_report(_world: World) -> list[Any]:
    return [withdrawn_report().meeting.editions.first().pk]


def of_published_file(_world: World) -> list[Any]:
    edition = published_report().meeting.editions.first()
    return [EditionFileFactory(edition=edition).edition.pk, "docx"]


def of_withdrawn_file(_world: World) -> list[Any]:
    edition = withdrawn_report().meeting.editions.first()
    return [EditionFileFactory(edition=edition).edition.pk, "docx"]


def of_ready_report(_world: World) -> list[Any]:
    return [ReadyEditionFactory().pk]


ROWS = [
    Row("public_part", **of_everybody(200)),
    Row("public_agreements", **of_everybody(200)),
    Row("public_agreement", of_agreement_in_force, **of_everybody(200)),
    Row("public_agreement", of_draft, **of_everybody(404)),
    Row("public_meetings", **of_everybody(200)),
    Row("public_reports", **of_everybody(200)),
    Row("public_report", of_published_report, **of_everybody(200)),
    Row("public_report", of_ready_report, **of_everybody(404)),
    Row("public_report", of_withdrawn_report, **of_everybody(404)),
    Row("public_report_file", of_published_file, **of_everybody(200)),
    Row("public_report_file", of_withdrawn_file, **of_everybody(404)),
    Row("public_report_web", of_published_report, **of_everybody(200)),
    Row("public_report_web", of_withdrawn_report, **of_everybody(404)),
    Row("public_documents", **of_everybody(200)),
]
