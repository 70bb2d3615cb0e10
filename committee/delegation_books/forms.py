import django_filters
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from committee.delegation_books.models import DelegationBook
from committee.meetings.models import Meeting
from committee.pages.lists import RecordFilter


class BookForm(forms.Form):
    """In which language the book is wanted; that of the reader unless chosen otherwise."""

    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        widget=forms.Select(attrs={"class": "form-select"}),
    )


class BookFilter(RecordFilter):
    searched = ("delegation__meeting__venue",)
    newest = ("meeting",)

    meeting = django_filters.ModelChoiceFilter(
        field_name="delegation__meeting", queryset=Meeting.objects.named(), label=_("Meeting")
    )
    language = django_filters.ChoiceFilter(choices=settings.LANGUAGES, label=_("Language"))
    state = django_filters.ChoiceFilter(choices=DelegationBook.State.choices, label=_("State"))

    class Meta:
        model = DelegationBook
        fields: list[str] = []
