import datetime
from typing import Any, cast

import django_filters
from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.models import Record
from committee.languages.wording import LANGUAGES
from committee.members.requests import MemberRequest
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter, YesOrNo
from committee.translations.actions import texts_seen
from committee.translations.models import SUFFIX_CHOICES, TranslationRequest
from committee.translations.states import Standing, Text


class AskForm(RecordForm):
    """Offers what is wanting in the texts of a record; all of it is ticked before one chooses."""

    texts = forms.MultipleChoiceField(label=_("texts and languages"), widget=forms.CheckboxSelectMultiple)
    field_order = ["texts", "due_on", "remark"]

    class Meta:
        model = TranslationRequest
        fields = ["due_on", "remark"]

    def __init__(self, *args: Any, of: list[Text], today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {_value(each): each for text in of for each in text.wanting}
        field = cast(forms.MultipleChoiceField, self.fields["texts"])
        field.choices = [
            (text.full_label, [(_value(each), each.language_name) for each in text.wanting])
            for text in of
            if text.wanting
        ]
        field.initial = list(self.offered)
        self.fields["due_on"].initial = today + datetime.timedelta(days=settings.TRANSLATION_DAYS)

    def clean_texts(self) -> list[tuple[Record, str, str]]:
        chosen = [self.offered[value] for value in self.cleaned_data["texts"]]
        return [(each.record, each.name, each.suffix) for each in chosen]


def _value(standing: Standing) -> str:
    return f"{standing.kind}-{standing.record.pk}-{standing.name}-{standing.suffix}"


class TranslateForm(RecordForm):
    """The translation, with the fingerprint of both texts as they were when the form was made."""

    seen = forms.CharField(widget=forms.HiddenInput)

    class Meta:
        model = TranslationRequest
        fields = ["text"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked: TranslationRequest = self.instance
        self.initial["seen"] = texts_seen(asked)
        if not asked.text and asked.target:
            self.initial["text"] = asked.target.plain  # what is outdated is mended rather than written anew
        self.fields["text"].required = True
        self.fields["text"].widget.attrs |= {"lang": LANGUAGES[asked.to_language], "rows": 10}
        for field in self.fields.values():
            field.show_hidden_initial = False

    def go_on_from(self, request: TranslationRequest) -> None:
        """Take both texts as they stand now for read: they are shown beside what the translator wrote."""
        sent = cast(QueryDict, self.data).copy()
        sent["seen"] = texts_seen(request)
        self.data = sent


class TranslationFilter(RecordFilter):
    q = None  # type: ignore[assignment]  # what is asked for is found by its record
    state = django_filters.ChoiceFilter(choices=TranslationRequest.State.choices, label=_("State"))
    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("Secretariat asked"))
    to_language = django_filters.ChoiceFilter(choices=SUFFIX_CHOICES, label=_("Into"))
    waiting = django_filters.BooleanFilter(method="choose_waiting", widget=YesOrNo(), label=_("Waits for me"))
    overdue = django_filters.BooleanFilter(method="choose_overdue", widget=YesOrNo(), label=_("Overdue"))

    class Meta:
        model = TranslationRequest
        fields: list[str] = []

    def choose_waiting(self, requests: QuerySet[Any], _name: str, waiting: bool) -> QuerySet[Any]:
        reader = cast(MemberRequest, self.request).user
        for_me = TranslationRequest.objects.next_for(reader).values("pk")
        return requests.filter(pk__in=for_me) if waiting else requests.exclude(pk__in=for_me)

    def choose_overdue(self, requests: QuerySet[Any], _name: str, overdue: bool) -> QuerySet[Any]:
        today = cast(MemberRequest, self.request).user.today
        late = TranslationRequest.objects.overdue(today).values("pk")
        return requests.filter(pk__in=late) if overdue else requests.exclude(pk__in=late)
