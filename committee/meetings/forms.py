import django_filters
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.languages.wording import columns
from committee.meetings.models import AgendaItem, Decision, GeneralMeeting
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter


class MeetingForm(RecordForm):
    class Meta:
        model = GeneralMeeting
        fields = ["ordinal", "host", "state", "starts_on", "ends_on", *columns("venue", "summary")]


class AgendaItemForm(RecordForm):
    class Meta:
        model = AgendaItem
        fields = ["position", "subcommittee", *columns("title", "notes")]


class DecisionForm(RecordForm):
    class Meta:
        model = Decision
        fields = ["number", "subcommittee", "state", *columns("text")]


class MeetingFilter(RecordFilter):
    searched = ("venue", "summary")

    state = django_filters.ChoiceFilter(choices=GeneralMeeting.State.choices, label=_("State"))
    host = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("Host city"))

    class Meta:
        model = GeneralMeeting
        fields: list[str] = []
