from typing import Any

import django_filters
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from drf_spectacular.utils import extend_schema_field

from committee.cities.models import City
from committee.languages.models import containing
from committee.languages.wording import LANGUAGES, columns
from committee.pages.forms import DayInput, RecordForm
from committee.pages.lists import RecordFilter
from committee.pages.looks import dress
from environment.sources.clock import FIRST_DAY, LAST_DAY
from environment.threads.measures import MeasureTaken
from environment.threads.models import AlertThread, AlertThreadQuerySet, ThreadMessage
from environment.threads.translations import MessageTranslation


class MessageForm(RecordForm):
    """A text in the writer's own language; the others may be given at once or translated later."""

    class Meta:
        model = ThreadMessage
        fields = columns("text")


class MeasureForm(MessageForm):
    taken_from = forms.DateField(label=_("from"))
    taken_until = forms.DateField(
        label=_("until"), required=False, help_text=_("May be given when the measure has ended.")
    )


class DatesForm(RecordForm):
    class Meta:
        model = MeasureTaken
        fields = ["taken_from", "taken_until"]


class TranslationForm(RecordForm):
    """A message in `language`, the suffix of a column."""

    class Meta:
        model = MessageTranslation
        fields = ["text"]

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs["lang"] = LANGUAGES[language]


class SeenForm(forms.Form):
    """The newest message that stood on the page whose button was pressed."""

    seen = forms.IntegerField(min_value=1)


class ThreadFilter(RecordFilter):
    OPEN, WAITING, CLOSED = "open", "waiting", "closed"

    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("City"))
    state = django_filters.ChoiceFilter(
        method="in_state",
        label=_("State"),
        choices=[
            (OPEN, pgettext_lazy("state of an alert thread", "open")),
            (WAITING, pgettext_lazy("state of an alert thread", "waits for an acknowledgement")),
            (CLOSED, pgettext_lazy("state of an alert thread", "closed")),
        ],
    )
    waiting = django_filters.ModelChoiceFilter(
        queryset=City.objects.all(), method="waiting_for", label=_("Not acknowledged by")
    )

    class Meta:
        model = AlertThread
        fields: list[str] = []

    def in_state(self, threads: AlertThreadQuerySet, _name: str, state: str) -> AlertThreadQuerySet:
        chosen = {self.OPEN: threads.open, self.WAITING: threads.awaiting, self.CLOSED: threads.closed}
        return chosen[state]()

    @extend_schema_field({"type": "integer", "description": "Key of the city that has not acknowledged."})
    def waiting_for(self, threads: AlertThreadQuerySet, _name: str, city: City) -> AlertThreadQuerySet:
        return threads.awaiting(city)

    def search(self, records: models.QuerySet[Any], _name: str, words: str) -> models.QuerySet[Any]:
        """Find by the title, or by what was written or translated."""
        words = words.strip()
        said = ThreadMessage.objects.filter(containing(words, "text"))
        translated = MessageTranslation.objects.filter(text__icontains=words)
        return records.filter(
            containing(words, "title")
            | models.Q(pk__in=said.values("thread"))
            | models.Q(pk__in=translated.values("message__thread"))
        )


class LogForm(forms.Form):
    """Which acts the log shows: those of some days, in all threads or in those about one city's air."""

    first = forms.DateField(label=_("From"), widget=DayInput, validators=[MinValueValidator(FIRST_DAY)])
    last = forms.DateField(label=_("Until"), widget=DayInput, validators=[MaxValueValidator(LAST_DAY)])
    city = forms.ModelChoiceField(City.objects.all(), label=_("City"), required=False, empty_label=_("All"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress(self)

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        first, last = asked.get("first"), asked.get("last")
        if first and last and last < first:
            self.add_error("last", _("The period ends before it starts."))
        return asked
