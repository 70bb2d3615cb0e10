from typing import cast

import django_filters
from django.utils.translation import gettext_lazy as _

from committee.checklists.models import ROLES, ChecklistStep, ChecklistTask, Side, StepQuerySet
from committee.cities.models import City
from committee.languages.wording import columns
from committee.members.requests import MemberRequest
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter, YesOrNo


class TaskForm(RecordForm):
    class Meta:
        model = ChecklistTask
        fields = [*columns("title"), "working_days_before", "side", "role"]


class StepForm(RecordForm):
    class Meta:
        model = ChecklistStep
        fields = [*columns("title"), "working_days_before", "city", "role"]


class TaskFilter(RecordFilter):
    side = django_filters.ChoiceFilter(choices=Side.choices, label=_("Whose task"))
    role = django_filters.ChoiceFilter(choices=ROLES, label=_("Role"))

    class Meta:
        model = ChecklistTask
        fields: list[str] = []


class StepFilter(RecordFilter):
    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("City"))
    role = django_filters.ChoiceFilter(choices=ROLES, label=_("Role"))
    done = django_filters.BooleanFilter(
        field_name="done_on", lookup_expr="isnull", exclude=True, widget=YesOrNo(), label=_("Done")
    )
    overdue = django_filters.BooleanFilter(method="choose_overdue", widget=YesOrNo(), label=_("Overdue"))

    class Meta:
        model = ChecklistStep
        fields: list[str] = []

    def choose_overdue(self, steps: StepQuerySet, _name: str, overdue: bool) -> StepQuerySet:
        late = ChecklistStep.objects.overdue(cast(MemberRequest, self.request).user.today)
        return steps.filter(pk__in=late) if overdue else steps.exclude(pk__in=late)
