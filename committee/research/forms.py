from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.languages.wording import columns
from committee.pages.forms import RecordForm, RecordsField
from committee.pages.lists import RecordFilter
from committee.projects.models import Project
from committee.research.models import Institute, Researcher, Study
from committee.subcommittees.models import Subcommittee


class InstitutesField(RecordsField):
    """The institutes that do a study, as boxes to tick, each with its city."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, institute: Institute) -> str:
        return f"{institute.name.plain} ({institute.city.name.plain})"


class InstituteForm(RecordForm):
    class Meta:
        model = Institute
        fields = [*columns("name"), "city"]


class ResearcherForm(RecordForm):
    class Meta:
        model = Researcher
        fields = [*columns("name", "task"), "heads"]


class StudyForm(RecordForm):
    """Offers the institutes of the study's own project."""

    class Meta:
        model = Study
        fields = [
            *columns("title", "question"),
            "institutes",
            *columns("used"),
            "series",
            "state",
            "starts_on",
            "published_on",
        ]
        field_classes = {"institutes": InstitutesField}

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institutes = project.institutes.select_related("city")
        self.fields["institutes"].queryset = institutes  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial["series"] = self.instance.series_address


class StudyFilter(RecordFilter):
    searched = ("title", "question", "project__title")

    subcommittee = django_filters.ModelChoiceFilter(
        field_name="project__subcommittee", queryset=Subcommittee.objects.all(), label=_("Subcommittee")
    )
    city = django_filters.ModelChoiceFilter(
        field_name="institutes__city", queryset=City.objects.all(), distinct=True, label=_("City")
    )
    state = django_filters.ChoiceFilter(choices=Study.State.choices, label=_("State"))

    class Meta:
        model = Study
        fields: list[str] = []
