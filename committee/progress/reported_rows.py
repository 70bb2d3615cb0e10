"""The lines of the update form: a day for each milestone, a value and its day for each indicator."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from committee.pages.forms import WITHIN_REACH, DayInput
from committee.progress.models import ProgressUpdate
from committee.progress.reported import Measured, Said, said_by
from committee.projects.indicators import Indicator, IndicatorValue
from committee.projects.models import Milestone, Project


@dataclass(frozen=True)
class IndicatorRow:
    indicator: Indicator
    value: forms.BoundField
    on: forms.BoundField
    last: IndicatorValue | None


class ReportedRowsForm(forms.Form):
    """Milestones that are open or that the update speaks of, every indicator not counted at events."""

    def __init__(self, *args: Any, project: Project, update: ProgressUpdate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = said_by(update) if update.pk else Said()
        named = {*said.milestones, *said_by(update.corrects).milestones}
        self.open = [each for each in project.milestones.all() if each.done_on is None or each in named]
        self.measured = list(project.indicators.reported().prefetch_related("values"))
        for milestone in self.open:
            self._add_milestone(milestone, said.milestones.get(milestone))
        for indicator in self.measured:
            self._add_indicator(indicator, said.values.get(indicator))
        for field in self.fields.values():
            field.show_hidden_initial = True

    def clean(self) -> dict[str, Any]:
        for indicator in self.measured:
            value, on = _names(indicator)
            if self.cleaned_data.get(value) is not None and not self.cleaned_data.get(on):
                self.add_error(on, _("Say on which day this was measured."))
        return self.cleaned_data

    @property
    def milestones(self) -> dict[Milestone, datetime.date | None]:
        """What the writer changed; None where a day was taken back."""
        given = {milestone: _name(milestone) for milestone in self.open}
        return {each: self.cleaned_data[name] for each, name in given.items() if name in self.changed_data}

    @property
    def values(self) -> dict[Indicator, Measured | None]:
        """What the writer changed; None where a value was taken back."""
        touched = [each for each in self.measured if {*_names(each)} & {*self.changed_data}]
        return {indicator: self._measured(indicator) for indicator in touched}

    def milestone_rows(self) -> Iterator[tuple[Milestone, forms.BoundField]]:
        return ((milestone, self[_name(milestone)]) for milestone in self.open)

    def indicator_rows(self) -> Iterator[IndicatorRow]:
        for indicator in self.measured:
            value, on = _names(indicator)
            values = list(indicator.values.all())
            yield IndicatorRow(indicator, self[value], self[on], values[-1] if values else None)

    def _measured(self, indicator: Indicator) -> Measured | None:
        value, on = (self.cleaned_data[name] for name in _names(indicator))
        return None if value is None else Measured(on, value)

    def _add_milestone(self, milestone: Milestone, day: datetime.date | None) -> None:
        label = _("Done on: %(milestone)s") % {"milestone": str(milestone)}
        self.fields[_name(milestone)] = _day_field(label, day)

    def _add_indicator(self, indicator: Indicator, figure: Measured | None) -> None:
        value, on = _names(indicator)
        words = {"indicator": str(indicator)}
        self.fields[value] = forms.DecimalField(
            label=_("Value: %(indicator)s") % words,
            initial=figure.value.normalize() if figure else None,
            required=False,
            max_digits=14,
            decimal_places=3,
            widget=forms.NumberInput(attrs={"class": "form-control"}),
        )
        self.fields[on] = _day_field(_("Measured on: %(indicator)s") % words, figure.on if figure else None)


def _name(milestone: Milestone) -> str:
    return f"milestone_{milestone.pk}"


def _names(indicator: Indicator) -> tuple[str, str]:
    return f"value_{indicator.pk}", f"value_on_{indicator.pk}"


def _day_field(label: str, day: datetime.date | None) -> forms.DateField:
    widget = DayInput()
    widget.attrs["class"] = "form-control"
    return forms.DateField(label=label, initial=day, required=False, widget=widget, validators=WITHIN_REACH)
