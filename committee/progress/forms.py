from typing import Any, cast

import django_filters
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.members.requests import MemberRequest
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter
from committee.progress.models import WRITTEN, ProgressUpdate, UpdateQuerySet
from committee.progress.reported_rows import ReportedRowsForm
from committee.projects.models import Project
from committee.subcommittees.models import Subcommittee


class UpdateForm(RecordForm):
    """The words of an update, and below them `rows`: a line for each milestone and indicator."""

    class Meta:
        model = ProgressUpdate
        fields = WRITTEN

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sent = self.data if self.is_bound else None
        self.rows = ReportedRowsForm(sent, project=project, update=self.instance)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.rows.is_valid():
            self.add_error(None, _("Please look at the milestones and indicators."))
        return cleaned

    @property
    def changes(self) -> dict[str, Any]:
        return {**super().changes, "milestones": self.rows.milestones, "values": self.rows.values}


class UpdateFilter(RecordFilter):
    searched = ("narrative", "next_steps", "project__title")
    only_by_link = ("project",)

    waiting = django_filters.ChoiceFilter(
        choices=[("me", _("my confirmation"))], method="by_waiting", label=_("Waiting for")
    )
    project = django_filters.ModelChoiceFilter(queryset=Project.objects.all(), label=_("Project"))
    subcommittee = django_filters.ModelChoiceFilter(
        field_name="project__subcommittee", queryset=Subcommittee.objects.all(), label=_("Subcommittee")
    )
    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("Reporting city"))
    state = django_filters.ChoiceFilter(choices=ProgressUpdate.State.choices, label=_("State"))
    course = django_filters.ChoiceFilter(choices=ProgressUpdate.Course.choices, label=_("Course"))

    class Meta:
        model = ProgressUpdate
        fields: list[str] = []

    def by_waiting(self, records: UpdateQuerySet, _name: str, _me: str) -> UpdateQuerySet:
        return records.awaiting(cast(MemberRequest, self.request).user)
