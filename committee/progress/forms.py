from typing import Any, cast

import django_filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.members.holders import co_leads
from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.forms import AutosavedForm, RecordForm
from committee.pages.lists import ManyRecordPages, RecordFilter
from committee.progress.content import STATED, WRITTEN
from committee.progress.mending import WORDING
from committee.progress.models import ProgressUpdate, UpdateQuerySet
from committee.progress.reported_rows import ReportedRowsForm
from committee.projects.models import Project, ProjectQuerySet
from committee.projects.permissions import may_report_on
from committee.subcommittees.models import Subcommittee


class UpdateForm(AutosavedForm):
    """The words of an update, and below them `rows`: a line for each milestone and indicator.

    A secretariat says first on whose behalf it enters a new one.
    """

    offers_mending = False  # it is being written

    on_behalf_of = forms.ModelChoiceField(
        queryset=Member.objects.none(),
        label=_("On behalf of"),
        help_text=_("The co-lead whose words you enter. The other city confirms them as any others."),
    )

    class Meta:
        model = ProgressUpdate
        fields = WRITTEN

    def __init__(self, *args: Any, project: Project, by: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk or may_report_on(by, project):
            del self.fields["on_behalf_of"]
        else:
            leads = co_leads(by.city, timezone.now()).get(project.subcommittee_id, [])
            whom = Member.objects.filter(pk__in=[lead.pk for lead in leads if lead != by])
            self.fields["on_behalf_of"].queryset = whom  # type: ignore[attr-defined]
            self.order_fields(["on_behalf_of"])
        sent = self.data if self.is_bound else None
        self.rows = ReportedRowsForm(sent, project=project, update=self.instance)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.rows.is_valid():
            self.add_error(None, _("Please look at the milestones and indicators."))
        return cleaned

    @property
    def written_fields(self) -> list[forms.BoundField]:
        return [*super().written_fields, *self.rows]

    @property
    def changes(self) -> dict[str, Any]:
        return {**super().changes, "milestones": self.rows.milestones, "values": self.rows.values}


class StatementForm(RecordForm):
    """What the answering city says for itself."""

    offers_mending = False

    class Meta:
        model = ProgressUpdate
        fields = STATED

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["statement_course"].required = True

    @property
    def changes(self) -> dict[str, Any]:
        """All of it when it is new: the record is there already, but what it says is not."""
        if self.instance.is_open_on_both_sides:
            return super().changes
        return {name: self.cleaned_data[name] for name in STATED}


class WordingForm(RecordForm):
    """The texts of a confirmed update whose wording may be corrected."""

    offers_mending = False

    others_follow = forms.BooleanField(
        required=False,
        label=_("The other languages have to follow"),
        help_text=_("They are marked as outdated until somebody brings them up to date."),
    )

    class Meta:
        model = ProgressUpdate
        fields = WORDING


def projects_in_sight(request: MemberRequest | None) -> ProjectQuerySet:
    """Return what a reader may choose; the description of the API is made without one."""
    return Project.objects.visible_to(request.user) if request else Project.objects.none()


class UpdateFilter(RecordFilter):
    searched = ("narrative", "next_steps", "statement", "project__title")
    only_by_link = ("project",)
    pages = ManyRecordPages

    waiting = django_filters.ChoiceFilter(
        choices=[("me", _("my confirmation")), ("city", _("my city")), ("other", _("the other city"))],
        method="by_waiting",
        label=_("Waiting for"),
    )
    project = django_filters.ModelChoiceFilter(
        queryset=projects_in_sight,  # type: ignore[arg-type]  # the stubs know no function
        label=_("Project"),
    )
    subcommittee = django_filters.ModelChoiceFilter(
        field_name="project__subcommittee", queryset=Subcommittee.objects.all(), label=_("Subcommittee")
    )
    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("Reporting city"))
    state = django_filters.ChoiceFilter(choices=ProgressUpdate.State.choices, label=_("State"))
    course = django_filters.ChoiceFilter(choices=ProgressUpdate.Course.choices, label=_("Course"))

    class Meta:
        model = ProgressUpdate
        fields: list[str] = []

    def by_waiting(self, records: UpdateQuerySet, _name: str, whom: str) -> UpdateQuerySet:
        reader = cast(MemberRequest, self.request).user
        if whom == "me":
            return records.awaiting(reader)
        other = City.objects.other_than(reader.city).earliest("pk")
        return records.waiting_for(reader.city if whom == "city" else other)
