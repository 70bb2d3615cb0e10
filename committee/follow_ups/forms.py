from typing import Any, cast

import django_filters
from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committee.agreements.models import Agreement
from committee.cities.models import City
from committee.commitments.models import Commitment
from committee.follow_ups.models import FollowUp, FollowUpQuerySet, Outcome
from committee.languages.wording import columns
from committee.meetings.models import Meeting
from committee.members.models import OF_ONE_AT_A_TIME, Member, Post
from committee.members.requests import MemberRequest
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter, YesOrNo
from committee.subcommittees.models import Subcommittee


class OutcomeForm(RecordForm):
    class Meta:
        model = Outcome
        fields = ["kind", "agreement", "commitment"]
        help_texts = {
            "agreement": _("Only where the decision became an agreement"),
            "commitment": _("Only where the decision became a commitment"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_from(self, "agreement", Agreement.objects.order_by("-pk"))
        _choose_from(self, "commitment", Commitment.objects.order_by("-pk"))


class PostField(forms.ModelChoiceField[Post]):
    """An office, told by its post and city, for whoever holds it."""

    def label_from_instance(self, obj: Post) -> str:
        return f"{obj.city}: {obj}"


class FollowUpForm(RecordForm):
    class Meta:
        model = FollowUp
        fields = [*columns("title"), "responsible", "post", "due_on"]
        field_classes = {"post": PostField}
        help_texts = {"post": _("Instead of a person: the action goes on to whoever holds the post next")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Member.objects.filter(is_active=True).select_related("city").order_by("city", "username")
        _choose_from(self, "responsible", people)
        _choose_from(self, "post", _posts_to_choose(self.instance.post))


class DoneForm(RecordForm):
    class Meta:
        model = FollowUp
        fields = ["done_on", *columns("result")]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["done_on"].required = True


class FollowUpFilter(RecordFilter):
    searched = ("title", "result")
    only_by_link = ("post",)
    newest = ("meeting",)

    state = django_filters.ChoiceFilter(choices=FollowUp.State.choices, label=_("State"))
    overdue = django_filters.BooleanFilter(method="choose_overdue", widget=YesOrNo(), label=_("Overdue"))
    mine = django_filters.BooleanFilter(method="choose_mine", widget=YesOrNo(), label=_("My own"))
    responsible = django_filters.ModelChoiceFilter(
        queryset=Member.objects.filter(
            pk__in=FollowUp.objects.order_by().exclude(responsible=None).values("responsible")
        ).only(*columns("name")),
        label=_("Responsible"),
    )
    post = django_filters.ModelChoiceFilter(
        queryset=Post.objects.select_related("subcommittee"), method="choose_post", label=_("Post")
    )
    city = django_filters.ModelChoiceFilter(
        field_name="responsible__city", queryset=City.objects.all(), method="choose_city", label=_("City")
    )
    subcommittee = django_filters.ModelChoiceFilter(
        field_name="decision__subcommittee", queryset=Subcommittee.objects.all(), label=_("Subcommittee")
    )
    meeting = django_filters.ModelChoiceFilter(
        field_name="decision__meeting", queryset=Meeting.objects.named(), label=_("Meeting")
    )

    class Meta:
        model = FollowUp
        fields: list[str] = []

    def choose_overdue(self, actions: FollowUpQuerySet, _name: str, overdue: bool) -> FollowUpQuerySet:
        late = FollowUp.objects.overdue(self._reader.today)
        return actions.filter(pk__in=late) if overdue else actions.exclude(pk__in=late)

    def choose_mine(self, actions: FollowUpQuerySet, _name: str, mine: bool) -> FollowUpQuerySet:
        own = FollowUp.objects.seen_to_by(self._reader)
        return actions.filter(pk__in=own) if mine else actions.exclude(pk__in=own)

    def choose_city(self, actions: FollowUpQuerySet, _name: str, city: City) -> FollowUpQuerySet:
        return actions.of_city(city)

    def choose_post(self, actions: FollowUpQuerySet, _name: str, post: Post) -> FollowUpQuerySet:
        return actions.filter(post__in=Post.objects.of_the_office_of(post))

    @property
    def _reader(self) -> Member:
        return cast(MemberRequest, self.request).user


def _posts_to_choose(chosen: Post | None) -> Any:
    """Return a term of each office that somebody holds today; of the office chosen, the term that was."""
    held = Post.objects.filter(OF_ONE_AT_A_TIME).held_on(timezone.localdate())
    if chosen:
        others = held.exclude(pk__in=Post.objects.of_the_office_of(chosen))
        held = Post.objects.filter(Q(pk=chosen.pk) | Q(pk__in=others))
    return held.select_related("city", "subcommittee").order_by("city", "role", "subcommittee__position")


def _choose_from(form: RecordForm, name: str, records: Any) -> None:
    cast("forms.ModelChoiceField[Any]", form.fields[name]).queryset = records
