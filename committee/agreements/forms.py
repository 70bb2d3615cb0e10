from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from committee.agreements.models import Agreement, Article, Signature
from committee.languages.models import containing
from committee.languages.wording import columns
from committee.meetings.models import GeneralMeeting
from committee.pages.forms import RecordForm
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
            *columns("text"),
        ]


class ArticleForm(RecordForm):
    class Meta:
        model = Article
        fields = ["number", *columns("heading", "text")]


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

    class Meta:
        model = Agreement
        fields: list[str] = []

    def search(self, records: QuerySet[Any], _name: str, words: str) -> QuerySet[Any]:
        """Search the articles as well: what was agreed stands there."""
        found = containing(words.strip(), *self.searched)
        articles = Article.objects.filter(containing(words.strip(), "heading", "text"))
        return records.filter(found | Q(pk__in=articles.values("agreement")))
