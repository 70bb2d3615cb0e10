from committee.cities.models import City
from committee.members.models import Member, Role
from environment.stations.models import Station


def may_create_station(member: Member) -> bool:
    """A city's liaison officers keep the register of its stations."""
    return member.holds(Role.LIAISON)


def may_keep_stations_of(member: Member, city: City) -> bool:
    return may_create_station(member) and member.city_id == city.pk


def may_edit_station(member: Member, station: Station) -> bool:
    return may_create_station(member) and member.city_id == station.city_id
