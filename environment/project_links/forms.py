from typing import Any

from django import forms

from committee.pages.forms import RecordForm, RecordsField
from environment.project_links.models import ProjectAirLink
from environment.stations.models import Station


class StationsField(RecordsField):
    """Names each station with its city, because the form is sent once for both."""

    def label_from_instance(self, station: Station) -> str:
        return f"{station.city.name.plain} · {station.name.plain}"


class ProjectAirLinkForm(RecordForm):
    def __init__(self, *args: Any, cities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        city = self.fields["city"]
        assert isinstance(city, forms.ModelChoiceField)
        city.queryset = cities
        city.empty_label = None if cities.count() == 1 else city.empty_label
        stations = Station.objects.measuring().filter(city__in=cities).select_related("city")
        for name in ("stations", "control_stations"):
            chosen = self.fields[name]
            field = StationsField(stations, required=False, label=chosen.label, help_text=chosen.help_text)
            field.show_hidden_initial = self.instance.pk is not None
            field.widget.attrs |= {"class": "form-select", "size": 8}
            self.fields[name] = field

    class Meta:
        model = ProjectAirLink
        fields = [
            "city",
            "stations",
            "control_stations",
            "pollutant",
            "baseline_from",
            "baseline_until",
            "evaluation_from",
            "evaluation_until",
        ]
