from committee.cities.models import City
from committee.members.models import Member, Role


def may_decide(member: Member) -> bool:
    """Liaison officers decide, about readings of their own city; every member sees all of them."""
    return member.holds(Role.LIAISON)


def may_decide_for(member: Member, city: City) -> bool:
    return may_decide(member) and member.city_id == city.pk
