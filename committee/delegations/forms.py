from typing import Any

import django_filters
from django import forms
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.delegations.models import Delegate, Delegation, DelegationQuerySet
from committee.languages.models import containing
from committee.languages.wording import columns
from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter, YesOrNo

LAST_FIRST = F("meeting__starts_on").desc(nulls_last=True)
PERSON = columns("name", "title", "organisation")


class DelegationForm(RecordForm):
    """A new delegation, which may start with the people of an earlier one."""

    like = forms.ModelChoiceField(
        queryset=Delegation.objects.none(), required=False, label=_("start with the people of")
    )

    class Meta:
        model = Delegation
        fields: list[str] = []

    def __init__(self, *args: Any, by: Member, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.meeting, self.instance.city = meeting, by.city
        earlier = Delegation.objects.filter(city=by.city).exclude(meeting=meeting).in_full()
        self.fields["like"].queryset = earlier  # type: ignore[attr-defined]
        same_kind = earlier.filter(meeting__in=Meeting.objects.of_the_line_of(meeting))
        self.fields["like"].initial = same_kind.order_by(LAST_FIRST, "-pk").first()

    def clean(self) -> dict[str, Any] | None:
        """The constraint that a city has one delegation is checked although the form asks for neither."""
        cleaned = super().clean()
        if Delegation.objects.filter(meeting=self.instance.meeting, city=self.instance.city).exists():
            self.add_error(None, _("This city has a delegation to this meeting already."))
        return cleaned


class DelegateForm(RecordForm):
    """One person; what is left empty is taken from the member, where one is chosen."""

    filled_in = ("name", "title")

    class Meta:
        model = Delegate
        fields = ["member", *PERSON]
        help_texts = {
            "member": _("Name and job title that you leave empty are taken from the member."),
            "name_ko": _("Family name first"),
            "name_zh_hans": _("Family name first"),
            "name_en": _("Family name first"),
        }

    def __init__(self, *args: Any, city: City, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = Member.objects.filter(city=city, is_active=True)
        self.fields["member"].queryset = members  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.taken: dict[str, str] = {}
        if member := cleaned.get("member"):
            for text in ("name", "title"):
                if not any(cleaned.get(name) for name in columns(text)):
                    self.taken |= {name: getattr(member, name) for name in columns(text)}
        return cleaned | self.taken

    @property
    def changes(self) -> dict[str, Any]:
        """What was taken from the member is a change too."""
        return super().changes | self.taken


class AttendanceForm(RecordForm):
    class Meta:
        model = Delegate
        fields = ["attendance", *columns("substitute")]


class DelegationFilter(RecordFilter):
    newest = ("meeting",)

    meeting = django_filters.ModelChoiceFilter(queryset=Meeting.objects.named(), label=_("Meeting"))
    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("City"))
    announced = django_filters.BooleanFilter(method="by_announcement", label=_("Announced"), widget=YesOrNo)

    class Meta:
        model = Delegation
        fields: list[str] = []

    def search(self, records: QuerySet[Any], _name: str, words: str) -> QuerySet[Any]:
        """Search the people: nobody looks for a delegation by another word."""
        people = Delegate.objects.filter(containing(words.strip(), "name", "title", "organisation"))
        return records.filter(pk__in=people.values("delegation"))

    def by_announcement(
        self, records: DelegationQuerySet, _name: str, is_announced: bool
    ) -> DelegationQuerySet:
        return records.filter(announced_at__isnull=not is_announced)


class DelegateFilter(RecordFilter):
    searched = ("name", "title", "organisation")
    newest = ("meeting",)

    meeting = django_filters.ModelChoiceFilter(
        field_name="delegation__meeting", queryset=Meeting.objects.named(), label=_("Meeting")
    )
    city = django_filters.ModelChoiceFilter(
        field_name="delegation__city", queryset=City.objects.all(), label=_("City")
    )
    attendance = django_filters.ChoiceFilter(choices=Delegate.Attendance.choices, label=_("Attendance"))

    class Meta:
        model = Delegate
        fields: list[str] = []
