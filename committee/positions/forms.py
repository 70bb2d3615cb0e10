import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.languages.wording import columns
from committee.meetings.models import Meeting
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter, YesOrNo
from committee.positions.models import Position


class PositionForm(RecordForm):
    class Meta:
        model = Position
        fields = columns("text")


class PositionFilter(RecordFilter):
    searched = ("text", "commitment__title", "agenda_item__title")
    newest = ("meeting",)

    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("City"))
    meeting = django_filters.ModelChoiceFilter(
        field_name="agenda_item__meeting", queryset=Meeting.objects.named(), label=_("Meeting")
    )
    released = django_filters.BooleanFilter(method="by_release", label=_("Released"), widget=YesOrNo)

    class Meta:
        model = Position
        fields: list[str] = []

    def by_release(self, records: QuerySet[Position], _name: str, is_released: bool) -> QuerySet[Position]:
        return records.filter(released_at__isnull=not is_released)
