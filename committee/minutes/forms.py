import datetime
from typing import Any, cast

import django_filters
from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.languages.wording import columns
from committee.meetings.models import Meeting
from committee.members.requests import MemberRequest
from committee.minutes.models import Minutes, MinutesQuerySet, MinutesSection, MinutesVersion
from committee.minutes.remarks import Remark
from committee.pages.forms import AutosavedForm, RecordForm
from committee.pages.lists import RecordFilter
from committee.subcommittees.models import Subcommittee


class SectionForm(AutosavedForm):
    class Meta:
        model = MinutesSection
        fields = columns("title", "text")


class CirculationForm(RecordForm):
    """The day by which both cities are asked to answer, and the languages they go without."""

    class Meta:
        model = MinutesVersion
        fields = ["answer_by", *columns("without")]
        help_texts = {"answer_by": _("The last day for remarks or agreement.")}

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer_by"].initial = today + datetime.timedelta(days=settings.MINUTES_ANSWER_DAYS)


class RemarkForm(RecordForm):
    class Meta:
        model = Remark
        fields = ["text"]


class AnswerForm(RecordForm):
    """Whether a remark is accepted, and why not."""

    accepts = forms.TypedChoiceField(
        label=_("your answer"),
        choices=[
            ("yes", _("accepted: the section is changed and the minutes circulate again")),
            ("no", _("declined, for the reason below")),
        ],
        coerce=lambda chosen: chosen == "yes",
    )
    field_order = ["accepts", "answer"]

    class Meta:
        model = Remark
        fields = ["answer"]


class MinutesFilter(RecordFilter):
    searched = ("sections__title", "sections__text")

    waiting = django_filters.ChoiceFilter(
        choices=[("me", _("my city's answer"))], method="by_waiting", label=_("Waiting for")
    )
    state = django_filters.ChoiceFilter(choices=Minutes.State.choices, label=_("State"))
    kind = django_filters.ChoiceFilter(
        field_name="meeting__kind", choices=Meeting.Kind.choices, label=_("Kind of meeting")
    )
    subcommittee = django_filters.ModelChoiceFilter(
        field_name="meeting__subcommittee", queryset=Subcommittee.objects.all(), label=_("Subcommittee")
    )
    host = django_filters.ModelChoiceFilter(
        field_name="meeting__host", queryset=City.objects.all(), label=_("Host city")
    )

    class Meta:
        model = Minutes
        fields: list[str] = []

    def search(self, records: QuerySet[Any], name: str, words: str) -> QuerySet[Any]:
        """A word that stands in several sections finds their minutes once."""
        found = super().search(Minutes.objects.all(), name, words)
        return records.filter(pk__in=found.order_by().values("pk"))

    def by_waiting(self, records: MinutesQuerySet, _name: str, _me: str) -> MinutesQuerySet:
        waiting = Minutes.objects.unanswered_by(cast(MemberRequest, self.request).user.city)
        return records.filter(pk__in=waiting.order_by().values("pk"))
