import datetime
from typing import Any, cast

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from committee.agreements.models import Agreement, AgreementQuerySet, Article, Signature
from committee.agreements.turns import OF_A_SECRETARIAT, OF_BOTH_CITIES
from committee.history.readable import NOTHING
from committee.languages.models import containing
from committee.languages.wording import SUFFIXES, columns
from committee.meetings.models import GeneralMeeting
from committee.pages.forms import DayInput, RecordForm
from committee.pages.lists import RecordFilter


class AgreementForm(RecordForm):
    class Meta:
        model = Agreement
        fields = [
            "kind",
            "state",
            *columns("title"),
            *columns("authentic"),
            "meeting",
            "signed_on",
            *columns("signed_in"),
            "in_force_from",
            "in_force_until",
            "renewal",
            "terminated_on",
            "relation",
            "earlier",
            *columns("text"),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["relation"]).choices = [
            ("", NOTHING),
            *Agreement.Relation.choices,
        ]
        earlier = cast(forms.ModelChoiceField[Agreement], self.fields["earlier"])
        earlier.queryset = Agreement.objects.exclude(pk=self.instance.pk)


class ArticleForm(RecordForm):
    class Meta:
        model = Article
        fields = ["number", *columns("heading", "text")]
        help_texts = {
            f"text_{SUFFIXES[0]}": _(
                "A paragraph or point begins on a line of its own with its number: 1. ① (1) 一、 가. a) –"
            )
        }


class SignatureForm(RecordForm):
    class Meta:
        model = Signature
        fields = ["city", *columns("signatory")]


class AgreementFilter(RecordFilter):
    searched = ("title", "text")

    kind = django_filters.ChoiceFilter(choices=Agreement.Kind.choices, label=_("Kind"))
    state = django_filters.ChoiceFilter(choices=Agreement.State.choices, label=_("State"))
    meeting = django_filters.ModelChoiceFilter(queryset=GeneralMeeting.objects.all(), label=_("Meeting"))
    year = django_filters.NumberFilter(
        field_name="signed_on", lookup_expr="year", label=_("Year of signing"), min_value=1900, max_value=2999
    )

    in_force_on = django_filters.DateFilter(
        method="choose_in_force", widget=DayInput(), label=_("In force on")
    )
    turn = django_filters.ChoiceFilter(
        choices=[("both", _("both cities")), ("secretariat", _("a secretariat"))],
        method="choose_turn",
        label=_("Waiting for"),
    )

    class Meta:
        model = Agreement
        fields: list[str] = []

    def choose_in_force(
        self, agreements: AgreementQuerySet, _name: str, day: datetime.date
    ) -> AgreementQuerySet:
        return agreements.in_force_on(day)

    def choose_turn(self, agreements: AgreementQuerySet, _name: str, whom: str) -> AgreementQuerySet:
        return agreements.filter(Q(turn__in=OF_BOTH_CITIES if whom == "both" else OF_A_SECRETARIAT))

    def search(self, records: QuerySet[Any], _name: str, words: str) -> QuerySet[Any]:
        """Search the articles as well: what was agreed stands there."""
        found = containing(words.strip(), *self.searched)
        articles = Article.objects.filter(containing(words.strip(), "heading", "text"))
        return records.filter(found | Q(pk__in=articles.values("agreement")))
