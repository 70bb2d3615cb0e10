"""Editions that were published one by one become the published editions of a report each.

Apart from its neighbour: PostgreSQL changes no table while rows written in one act are unchecked.
"""

import hashlib
import json

from django.db import migrations


def sha256_of(text):
    return hashlib.sha256(text.encode()).hexdigest()


def identifier_of(initials, meeting, language):
    year = [str(meeting.starts_on.year)] if meeting.starts_on else []
    return "-".join([f"{initials}JC", str(meeting.ordinal), *year, language.partition("-")[0], "1"])


def adopt(apps, schema_editor):
    """Of each language the edition published last; an earlier one stays among the editions of its meeting."""
    models = {
        name: apps.get_model("committee", name)
        for name in ("City", "Meeting", "MeetingReport", "ReportRound", "RoundContent", "ReportEdition")
    }
    initials = "".join(city.code[0].upper() for city in models["City"].objects.order_by("pk"))
    published = models["ReportEdition"].objects.filter(published_at__isnull=False)
    for meeting_id in published.order_by().values_list("meeting", flat=True).distinct():
        meeting = models["Meeting"].objects.get(pk=meeting_id)
        in_order = published.filter(meeting=meeting_id).order_by("published_at", "pk")
        adopt_of_meeting(models, meeting, {each.language: each for each in in_order}, initials)


def adopt_of_meeting(models, meeting, editions, initials):
    texts = {
        language: json.dumps(edition.content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        for language, edition in editions.items()
    }
    lines = sorted(f"{language} {sha256_of(text)}\n" for language, text in texts.items())
    last = max(editions.values(), key=lambda edition: edition.published_at)
    report = models["MeetingReport"].objects.create(
        meeting_id=meeting.pk,
        number=1,
        state="published",
        approved_sha256=sha256_of("".join(lines)),
        published_by_id=last.published_by_id,
        published_at=last.published_at,
        is_illustrative=meeting.is_illustrative,
    )
    begun = models["ReportRound"].objects.create(
        report=report,
        number=1,
        state="frozen",
        asked_by_id=last.published_by_id,
        asked_at=last.requested_at,
        seen_alive_at=last.requested_at,
        frozen_at=last.requested_at,
        sha256=report.approved_sha256,
    )
    for language, edition in editions.items():
        identifier = identifier_of(initials, meeting, language)
        edition.frozen = models["RoundContent"].objects.create(
            round=begun,
            language=language,
            text=texts[language],
            sha256=sha256_of(texts[language]),
            identifier=identifier,
        )
        edition.identifier = identifier
        edition.save(update_fields=["frozen", "identifier"])


def give_up(apps, schema_editor):
    """Their own columns still say who published the editions and when: only the reports go."""
    apps.get_model("committee", "ReportEdition").objects.exclude(frozen=None).update(
        frozen=None, identifier=""
    )
    for name in (
        "CommentAnswer",
        "ReviewComment",
        "CityApproval",
        "TranslationWaiver",
        "RoundContent",
        "ReportRound",
    ):
        apps.get_model("committee", name).objects.all().delete()
    reports = apps.get_model("committee", "MeetingReport").objects.order_by("-number")
    for report in reports:
        report.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("committee", "0050_reports_of_both_cities"),
    ]

    operations = [
        migrations.RunPython(adopt, give_up),
    ]
