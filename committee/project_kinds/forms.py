from typing import Any, cast

from django import forms

from committee.languages.wording import columns
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter
from committee.project_kinds.models import KindFigure, KindIndicator, ProjectKind


class KindForm(RecordForm):
    class Meta:
        model = ProjectKind
        fields = [
            *columns("name", "description"),
            "position",
            "has_events",
            "has_research",
            "figures_only",
        ]


class KindFigureForm(RecordForm):
    class Meta:
        model = KindFigure
        fields = [*columns("name", "unit"), "at_most", "position"]

    def __init__(self, *args: Any, kind: ProjectKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        limits = cast(forms.ModelChoiceField[KindFigure], self.fields["at_most"])
        limits.queryset = kind.figures.exclude(pk=self.instance.pk)


class KindIndicatorForm(RecordForm):
    class Meta:
        model = KindIndicator
        fields = [*columns("name", "unit"), "rule", "figure", "position"]

    def __init__(self, *args: Any, kind: ProjectKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        figures = cast(forms.ModelChoiceField[KindFigure], self.fields["figure"])
        figures.queryset = kind.figures.all()


class KindFilter(RecordFilter):
    searched = ("name", "description")

    class Meta:
        model = ProjectKind
        fields: list[str] = []
