from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from committee.notices.kinds import kinds, labels
from committee.notices.models import Notice, Way
from committee.pages.lists import RecordFilter, YesOrNo


class NoticeFilter(RecordFilter):
    searched = ("subject", "body")

    kind = django_filters.ChoiceFilter(choices=labels, label=_("Kind"))
    unread = django_filters.BooleanFilter(
        field_name="read_at", lookup_expr="isnull", label=_("Unread"), widget=YesOrNo
    )

    class Meta:
        model = Notice
        fields: list[str] = []


class WaysForm(forms.Form):
    """One field for each kind of notice: how it comes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in kinds():
            widget = forms.Select(attrs={"class": "form-select"})
            label = str(kind.label)
            self.fields[kind.code] = forms.ChoiceField(label=label, choices=Way.choices, widget=widget)
