from typing import Any, cast

import django_filters
from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.languages.wording import columns
from committee.meetings.models import Decision, Meeting
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter
from committee.subcommittees.models import Subcommittee


class MeetingForm(RecordForm):
    class Meta:
        model = Meeting
        fields = [
            "host",
            "state",
            "starts_on",
            "start_time",
            "ends_on",
            "end_time",
            "online_link",
            *columns("venue", "summary"),
        ]
        widgets = {"online_link": forms.URLInput}


class GeneralMeetingForm(MeetingForm):
    class Meta(MeetingForm.Meta):
        fields = ["ordinal", *MeetingForm.Meta.fields]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ordinal"].required = True


class SubcommitteeMeetingForm(MeetingForm):
    """A new meeting of one of `subcommittees`."""

    class Meta(MeetingForm.Meta):
        fields = ["subcommittee", *MeetingForm.Meta.fields]

    def __init__(self, *args: Any, subcommittees: models.QuerySet[Subcommittee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = cast("forms.ModelChoiceField[Subcommittee]", self.fields["subcommittee"])
        choice.queryset, choice.required = subcommittees, True


class DecisionForm(RecordForm):
    class Meta:
        model = Decision
        fields = ["number", "subcommittee", "state", *columns("text")]


class MeetingFilter(RecordFilter):
    searched = ("venue", "summary")

    kind = django_filters.ChoiceFilter(choices=Meeting.Kind.choices, label=_("Kind"))
    subcommittee = django_filters.ModelChoiceFilter(
        queryset=Subcommittee.objects.all(), label=_("Subcommittee")
    )
    state = django_filters.ChoiceFilter(choices=Meeting.State.choices, label=_("State"))
    host = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("Host city"))

    class Meta:
        model = Meeting
        fields: list[str] = []
