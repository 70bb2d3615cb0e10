"""Minutes as they are printed: in one language or two side by side."""

import datetime
from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils.translation import override

from committee.cities.models import City
from committee.languages.wording import LANGUAGES, suffix_of
from committee.minutes.edition import minutes_in, shown_content
from committee.minutes.models import Minutes
from committee.typesetting.conformance import Title


def label_of(minutes: Minutes, language: str) -> Title:
    """Return what the file of the minutes says of itself in its first language."""
    with override(language):
        return Title(str(minutes), _committee(), LANGUAGES[suffix_of(language)], _made_on(minutes))


def minutes_html(minutes: Minutes, languages: Sequence[str], *, stylesheet: str) -> str:
    """Return the minutes as one document; the first of `languages` is that of the document."""
    content = shown_content(minutes)
    editions = [minutes_in(minutes, content, language) for language in languages]
    with override(languages[0]):
        return render_to_string(
            "minutes/print.html",
            {
                "stylesheet": stylesheet,
                "language_tag": LANGUAGES[suffix_of(languages[0])],
                "editions": editions,
                "sections": list(zip(*(edition.sections for edition in editions), strict=True)),
                "attendance": list(zip(*(edition.attendance for edition in editions), strict=True)),
                "decisions": list(zip(*(edition.decisions for edition in editions), strict=True)),
                "is_illustrative": minutes.is_illustrative,
                "fingerprint": minutes.agreed_hash,
            },
        )


def _made_on(minutes: Minutes) -> datetime.date:
    circulated = minutes.latest.circulated_at if minutes.latest else minutes.created_at
    return circulated.astimezone(minutes.meeting.host.zone).date()


def _committee() -> str:
    return " · ".join(city.name.plain for city in City.objects.all())
