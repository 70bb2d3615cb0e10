"""Minutes as a PDF, in one language or two side by side, laid out by the machinery of the reports."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils.translation import override

from committee.cities.models import City
from committee.languages.wording import LANGUAGES, suffix_of
from committee.minutes.edition import minutes_in, shown_content
from committee.minutes.models import Minutes
from committee.printing.pdf import STYLESHEET, Pdf, write_pdf


def minutes_pdf(minutes: Minutes, languages: Sequence[str]) -> Pdf:
    """Return the minutes as a tagged PDF; the first of `languages` is that of the document."""
    return write_pdf(minutes_html(minutes, languages, stylesheet=STYLESHEET))


def minutes_html(minutes: Minutes, languages: Sequence[str], *, stylesheet: str) -> str:
    content = shown_content(minutes)
    editions = [minutes_in(minutes, content, language) for language in languages]
    circulated = minutes.latest.circulated_at if minutes.latest else minutes.created_at
    with override(languages[0]):
        return render_to_string(
            "minutes/print.html",
            {
                "stylesheet": stylesheet,
                "language_tag": LANGUAGES[suffix_of(languages[0])],
                "made_on": circulated.astimezone(minutes.meeting.host.zone).date(),
                "committee": " · ".join(city.name.plain for city in City.objects.all()),
                "editions": editions,
                "sections": list(zip(*(edition.sections for edition in editions), strict=True)),
                "attendance": list(zip(*(edition.attendance for edition in editions), strict=True)),
                "decisions": list(zip(*(edition.decisions for edition in editions), strict=True)),
                "is_illustrative": minutes.is_illustrative,
                "fingerprint": minutes.agreed_hash,
            },
        )
