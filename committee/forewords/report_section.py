"""What the report says first: the messages of the cities, each on a page of its own."""

from django.utils.translation import gettext as _

from committee.forewords.models import Foreword
from committee.printing.content import Paragraph, Scope, Section


def messages(scope: Scope) -> tuple[Section, ...]:
    """Return one a city that has one, in the order of protocol."""
    written = {each.city_id: each for each in Foreword.objects.of(scope.meeting_id)}
    return tuple(_page(written[city_id]) for city_id in scope.city_ids if city_id in written)


def _page(foreword: Foreword) -> Section:
    return Section(
        _("Message of %(city)s") % {"city": foreword.city.name.plain},
        (
            Paragraph(foreword.text, manner="message"),
            *(Paragraph(part, manner="signature") for part in foreword.introduced),
        ),
        illustrative=foreword.is_illustrative,
        key=foreword.city.code,
        place="front",
    )
