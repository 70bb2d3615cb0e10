from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, cast

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.commitments.models import Commitment
from committee.languages.models import containing
from committee.languages.wording import columns
from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.forms import RecordForm, RecordsField
from committee.pages.lists import RecordFilter
from committee.project_kinds.models import ProjectKind
from committee.projects.indicators import Indicator, IndicatorValue
from committee.projects.models import LeadOrganisation, Milestone, Project, ProjectQuerySet
from committee.projects.permissions import subcommittees_kept_by
from committee.projects.turns import at_turn
from committee.subcommittees.models import Subcommittee


class CommitmentsBySubcommittee(ModelChoiceIterator[Commitment]):
    """The commitments below the names of their subcommittees."""

    def __iter__(self) -> Iterator[Any]:
        commitments = self.queryset.select_related("subcommittee")
        for subcommittee, promised in groupby(commitments, key=attrgetter("subcommittee")):
            yield subcommittee.name, [self.choice(commitment) for commitment in promised]


class CommitmentsField(RecordsField):
    """The commitments a project carries out, as boxes to tick."""

    widget = forms.CheckboxSelectMultiple
    iterator = CommitmentsBySubcommittee

    def label_from_instance(self, obj: Commitment) -> str:
        return obj.title


class ProjectForm(RecordForm):
    is_draft = forms.BooleanField(
        required=False,
        label=_("Keep inside my city for now"),
        help_text=_("The other city sees nothing of it until it is released."),
    )

    class Meta:
        model = Project
        fields = [
            *columns("title"),
            "subcommittee",
            "kind",
            "commitments",
            "state",
            "starts_on",
            "ends_on",
            *columns("summary"),
        ]
        field_classes = {"commitments": CommitmentsField}

    def __init__(self, *args: Any, by: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["subcommittee"].queryset = subcommittees_kept_by(by)  # type: ignore[attr-defined]
        self.fields["kind"].initial = _general_kind
        if self.instance.pk:
            del self.fields["is_draft"]


class LeadOrganisationForm(RecordForm):
    class Meta:
        model = LeadOrganisation
        fields = ["city", *columns("name")]


class MilestoneForm(RecordForm):
    class Meta:
        model = Milestone
        fields = [*columns("title"), "due_on", "done_on"]


class IndicatorForm(RecordForm):
    class Meta:
        model = Indicator
        fields = [*columns("name", "unit"), "rule", "baseline", "baseline_on", "target", "target_on"]


class IndicatorValueForm(RecordForm):
    class Meta:
        model = IndicatorValue
        fields = ["on", "value"]


class ProjectFilter(RecordFilter):
    searched = ("title", "summary")

    subcommittee = django_filters.ModelChoiceFilter(
        queryset=Subcommittee.objects.all(), label=_("Subcommittee")
    )
    kind = django_filters.ModelChoiceFilter(queryset=ProjectKind.objects.all(), label=_("Kind"))
    state = django_filters.ChoiceFilter(choices=Project.State.choices, label=_("State"))
    milestones = django_filters.ChoiceFilter(
        choices=[("late", _("some are late"))], method="by_milestones", label=_("Milestones")
    )

    turn = django_filters.ModelChoiceFilter(
        field_name="draft_of", queryset=City.objects.all(), method="at_turn", label=_("Waiting for")
    )

    class Meta:
        model = Project
        fields: list[str] = []

    def search(self, records: QuerySet[Any], _name: str, words: str) -> QuerySet[Any]:
        """Search the lead organisations as well: people look a project up by who does it."""
        leading = LeadOrganisation.objects.filter(containing(words.strip(), "name"))
        found = containing(words.strip(), *self.searched)
        return records.filter(found | Q(pk__in=leading.values("project")))

    def by_milestones(self, records: ProjectQuerySet, _name: str, _late: str) -> ProjectQuerySet:
        reader = cast(MemberRequest, self.request).user
        return records.with_late_milestones(reader.today)

    def at_turn(self, records: ProjectQuerySet, _name: str, city: City) -> ProjectQuerySet:
        reader = cast(MemberRequest, self.request).user
        return at_turn(records, city, reader.today)


def _general_kind() -> int:
    """Asked for when a form shows it, for an import makes many forms."""
    return ProjectKind.objects.general().pk
