from typing import Any, cast

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from committee.agreements.models import Agreement, Article
from committee.cities.models import City
from committee.commitments.models import Commitment, CommitmentQuerySet
from committee.commitments.standings import Standing
from committee.commitments.turns import at_turn
from committee.languages.wording import columns
from committee.meetings.models import GeneralMeeting
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter
from committee.subcommittees.models import Subcommittee


class CommitmentForm(RecordForm):
    """Offers the articles of one agreement, the one the commitment was made in."""

    class Meta:
        model = Commitment
        fields = [
            *columns("title", "description"),
            "article",
            "subcommittee",
            "promisor",
            "city",
            "due_on",
        ]
        help_texts = {"city": _("Only where one city alone promised")}

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        articles = cast(forms.ModelChoiceField[Article], self.fields["article"])
        articles.queryset = agreement.articles.all()


class SettlementForm(RecordForm):
    comment = forms.CharField(label=_("Comment"), required=False, widget=forms.Textarea)

    class Meta:
        model = Commitment
        fields = ["state", "settled_on"]
        labels = {"state": _("What became of it")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        settled = (Commitment.State.KEPT, Commitment.State.RELEASED)
        self.fields["state"] = forms.ChoiceField(
            label=_("What became of it"),
            choices=[(state.value, state.label) for state in settled],
            widget=forms.Select(attrs={"class": "form-select"}),
        )
        self.fields["settled_on"].required = True


class ReopeningForm(RecordForm):
    comment = forms.CharField(
        label=_("Reason"), widget=forms.Textarea, help_text=_("Kept in the history for both cities to read")
    )

    class Meta:
        model = Commitment
        fields: list[str] = []


class BoardFilter(RecordFilter):
    """Whose commitments the board shows; it parts them by how they stand itself."""

    searched = ("title", "description")

    subcommittee = django_filters.ModelChoiceFilter(
        queryset=Subcommittee.objects.all(), label=_("Subcommittee")
    )
    city = django_filters.ModelChoiceFilter(
        queryset=City.objects.all(), method="choose_city", label=_("Promised by")
    )
    meeting = django_filters.ModelChoiceFilter(
        field_name="agreement__meeting", queryset=GeneralMeeting.objects.all(), label=_("Meeting")
    )

    class Meta:
        model = Commitment
        fields: list[str] = []

    def choose_city(self, commitments: CommitmentQuerySet, _name: str, city: City) -> CommitmentQuerySet:
        return commitments.promised_by(city)


class CommitmentFilter(BoardFilter):
    """Narrows down commitments that were read `with_standing`."""

    newest = ("agreement",)

    standing = django_filters.ChoiceFilter(choices=Standing.choices, label=_("How it stands"))
    state = django_filters.ChoiceFilter(choices=Commitment.State.choices, label=_("State"))
    agreement = django_filters.ModelChoiceFilter(
        queryset=Agreement.objects.only(*columns("title")), label=_("Agreement")
    )
    turn = django_filters.ModelChoiceFilter(
        field_name="city", queryset=City.objects.all(), method="at_turn", label=_("Waiting for")
    )

    def at_turn(self, commitments: CommitmentQuerySet, _name: str, city: City) -> CommitmentQuerySet:
        return at_turn(commitments, city)
