from committee.cities.models import City
from environment.stations.actions import take_up
from environment.stations.models import Station
from environment.stations.recognition import spelling, stations_by_name


class StationRegister:
    """The stations of a city by the names that files use; one that nobody knows is taken up."""

    def __init__(self, city: City) -> None:
        self._city = city
        self._stations = stations_by_name(city)

    def named(self, name: str) -> Station:
        key = spelling(name)
        if key not in self._stations:
            self._stations[key] = take_up(city=self._city, name=name)
        return self._stations[key]
