import datetime

import django_filters
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.languages.wording import columns
from committee.members.models import ROLES_WITH_DEPUTIES, Post, PostQuerySet
from committee.pages.forms import DayInput, RecordForm
from committee.pages.lists import RecordFilter
from committee.subcommittees.models import Subcommittee


class SubcommitteeForm(RecordForm):
    class Meta:
        model = Subcommittee
        fields = ["code", "position", *columns("name")]


class SubcommitteeFilter(RecordFilter):
    searched = ("name",)

    class Meta:
        model = Subcommittee
        fields: list[str] = []


class PostFilter(RecordFilter):
    searched = ("member__name",)

    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("City"))
    role = django_filters.ChoiceFilter(
        choices=[(role.value, role.label) for role in ROLES_WITH_DEPUTIES], label=_("Role")
    )
    subcommittee = django_filters.ModelChoiceFilter(
        queryset=Subcommittee.objects.all(), label=_("Subcommittee")
    )
    on = django_filters.DateFilter(method="choose_day", label=_("Held on"), widget=DayInput)

    class Meta:
        model = Post
        fields: list[str] = []

    def choose_day(self, posts: PostQuerySet, _name: str, day: datetime.date) -> PostQuerySet:
        return posts.held_on(day)
