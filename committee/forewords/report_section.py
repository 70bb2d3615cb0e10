"""What the report says first: the messages of the cities, each on a page of its own."""

from itertools import islice

from django.utils.translation import gettext as _

from committee.documents.models import Document
from committee.forewords.models import Foreword
from committee.languages.wording import sentence
from committee.printing.attached_pictures import pictures_in
from committee.printing.content import Paragraph, Picture, Scope, Section


def messages(scope: Scope) -> tuple[Section, ...]:
    """Return one a city that has one, in the order of protocol."""
    written = {each.city_id: each for each in Foreword.objects.of(scope.meeting_id)}
    return tuple(_page(written[city_id]) for city_id in scope.city_ids if city_id in written)


def _page(foreword: Foreword) -> Section:
    return Section(
        sentence(_("Message of %(city)s"), city=foreword.city.name),
        (
            *_portrait(foreword),
            Paragraph(foreword.text, manner="message"),
            *(Paragraph(part, manner="signature") for part in foreword.introduced),
        ),
        illustrative=foreword.is_illustrative,
        key=foreword.city.code,
        place="front",
    )


def _portrait(foreword: Foreword) -> tuple[Picture, ...]:
    """Return the first picture attached that both cities may see; none where there is none."""
    readable = Document.objects.of(foreword).readable_by_both().prefetch_related("files")
    return tuple(islice(pictures_in(readable), 1))
