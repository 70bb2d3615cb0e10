from typing import Any, cast

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from committee.cities.models import City
from committee.events.actions import Counted
from committee.events.models import Event, EventFigure
from committee.languages.models import containing
from committee.languages.wording import columns
from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.forms import RecordForm, RecordsField
from committee.pages.lists import RecordFilter
from committee.project_kinds.models import KindFigure, ProjectKind
from committee.projects.models import Project
from committee.subcommittees.models import Subcommittee

LARGEST = 2_147_483_647  # what the column holds


class EventForm(RecordForm):
    class Meta:
        model = Event
        fields = [
            *columns("title"),
            "state",
            "starts_on",
            "ends_on",
            "city",
            *columns("place", "programme", "outcome"),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField[City], self.fields["city"]).empty_label = _("online or elsewhere")


class FiguresForm(RecordForm):
    """What one city counted at an event: a number for each figure of the project's kind."""

    class Meta:
        model = Event
        fields: list[str] = []

    def __init__(self, *args: Any, by: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = self.instance.figures.filter(city=by.city)
        standing = {row.figure_id: row.number for row in own}
        self._figures = list(self.instance.project.kind.figures.select_related("at_most"))
        for figure in self._figures:
            self.fields[_name(figure)] = _number_field(figure, standing.get(figure.pk))

    @property
    def numbers(self) -> dict[KindFigure, Counted]:
        """What the writer changed, each with the number seen before."""
        touched = [each for each in self._figures if _name(each) in self.changed_data]
        return {each: Counted(self.cleaned_data[_name(each)], self._seen(each)) for each in touched}

    def show_conflict_about(self, figure: KindFigure, number: int | None) -> None:
        """Take what a colleague entered for seen; sent again, the form then keeps the writer's own number."""
        sent = cast(QueryDict, self.data).copy()
        sent[self.add_initial_prefix(_name(figure))] = "" if number is None else str(number)
        self.data = sent

    def _seen(self, figure: KindFigure) -> int | None:
        shown = str(self.data.get(self.add_initial_prefix(_name(figure)), ""))
        return int(shown) if shown.isdecimal() else None


class IndicatorsForm(RecordForm):
    """Which of the indicators that a project's kind proposes it takes over."""

    class Meta:
        model = Project
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        proposed = self.instance.kind.indicators.exclude(taken_over__project=self.instance)
        self.fields["proposed"] = RecordsField(
            proposed,
            label=gettext_lazy("Indicators"),
            initial=list(proposed),
            widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        )


class EventFilter(RecordFilter):
    searched = ("title", "place")

    kind = django_filters.ModelChoiceFilter(
        field_name="project__kind",
        queryset=ProjectKind.objects.filter(has_events=True),
        label=gettext_lazy("Kind of project"),
    )
    subcommittee = django_filters.ModelChoiceFilter(
        field_name="project__subcommittee",
        queryset=Subcommittee.objects.all(),
        label=gettext_lazy("Subcommittee"),
    )
    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=gettext_lazy("Host city"))
    state = django_filters.ChoiceFilter(choices=Event.State.choices, label=gettext_lazy("State"))
    year = django_filters.NumberFilter(
        field_name="starts_on__year", label=gettext_lazy("Year"), min_value=1900, max_value=2999
    )
    waiting = django_filters.ChoiceFilter(
        choices=[("outcome", gettext_lazy("over, outcome missing"))],
        method="by_waiting",
        label=pgettext_lazy("of an event", "Missing"),
    )

    class Meta:
        model = Event
        fields: list[str] = []

    def search(self, records: QuerySet[Any], _name: str, words: str) -> QuerySet[Any]:
        """Search the titles of the projects as well."""
        found = containing(words.strip(), *self.searched, "project__title")
        return records.filter(found)

    def by_waiting(self, records: Any, _name: str, _outcome: str) -> Any:
        reader = cast(MemberRequest, self.request).user
        return records.over(reader.today).filter(state=Event.State.PLANNED)


class FigureFilter(RecordFilter):
    searched = ("event__title", "event__project__title")

    kind = django_filters.ModelChoiceFilter(
        field_name="figure__kind",
        queryset=ProjectKind.objects.filter(has_events=True),
        label=gettext_lazy("Kind of project"),
    )
    subcommittee = django_filters.ModelChoiceFilter(
        field_name="event__project__subcommittee",
        queryset=Subcommittee.objects.all(),
        label=gettext_lazy("Subcommittee"),
    )
    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=gettext_lazy("City"))
    year = django_filters.NumberFilter(
        field_name="event__starts_on__year", label=gettext_lazy("Year"), min_value=1900, max_value=2999
    )

    class Meta:
        model = EventFigure
        fields: list[str] = []


def _name(figure: KindFigure) -> str:
    return f"figure_{figure.pk}"


def _number_field(figure: KindFigure, number: int | None) -> forms.IntegerField:
    unit = f" ({figure.unit})" if figure.unit else ""
    limit = _("Never more than “%(figure)s”.") % {"figure": figure.at_most} if figure.at_most else ""
    field = forms.IntegerField(
        label=f"{figure.name}{unit}",
        initial=number,
        required=False,
        min_value=0,
        max_value=LARGEST,
        help_text=limit,
        widget=forms.NumberInput(attrs={"class": "form-control", "inputmode": "numeric"}),
    )
    field.show_hidden_initial = True
    return field
