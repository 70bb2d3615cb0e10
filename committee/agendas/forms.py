from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from committee.agendas.models import AgendaItem
from committee.languages.wording import columns
from committee.meetings.models import Meeting
from committee.pages.forms import RecordForm


class AgendaItemForm(RecordForm):
    """Asks for the subcommittee where the meeting has none of its own."""

    class Meta:
        model = AgendaItem
        fields = ["subcommittee", *columns("title", "notes")]

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if meeting.subcommittee_id:
            del self.fields["subcommittee"]


class ReasonForm(RecordForm):
    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea, help_text=_("Kept in the history for both cities to read")
    )

    class Meta:
        model = Meeting
        fields: list[str] = []
