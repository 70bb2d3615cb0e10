from collections.abc import Sequence

import django_filters
from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from committee.pages.lists import RecordFilter
from committee.report_outlines.outline import general_meetings
from committee.reports.models import ReportEdition


class LanguagesForm(forms.Form):
    """Which editions of a report to build; all of them unless somebody takes one away."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )

    def __init__(self, data: QueryDict, *, editions: Sequence[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["languages"].choices = editions  # type: ignore[attr-defined]


class EditionFilter(RecordFilter):
    searched = ("meeting__venue", "meeting__summary")

    meeting = django_filters.ModelChoiceFilter(
        # A function, because the meetings' room is not loaded yet; the stubs know a queryset only.
        queryset=lambda _request: general_meetings(),  # type: ignore[arg-type]
        label=_("General meeting"),
    )
    language = django_filters.ChoiceFilter(choices=settings.LANGUAGES, label=_("Language"))
    state = django_filters.ChoiceFilter(choices=ReportEdition.State.choices, label=_("State"))

    class Meta:
        model = ReportEdition
        fields: list[str] = []
