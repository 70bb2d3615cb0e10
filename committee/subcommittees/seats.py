"""Who sits in a subcommittee for each city: today, and who did before or will."""

import datetime
from dataclasses import dataclass, field

from committee.cities.models import City
from committee.members.models import Post, Role, Standing
from committee.subcommittees.models import Subcommittee


@dataclass
class Seats:
    """The posts of one city in one subcommittee."""

    city: City
    co_leads: list[Post] = field(default_factory=list)
    deputies: list[Post] = field(default_factory=list)
    contributors: list[Post] = field(default_factory=list)
    at_other_times: list[Post] = field(default_factory=list)


def seats_of(subcommittee: Subcommittee, on: datetime.date) -> list[Seats]:
    """Return the seats of each city, in three queries whatever their number."""
    seats = {city.pk: Seats(city) for city in City.objects.all()}
    held = set(subcommittee.posts.held_on(on).values_list("pk", flat=True))
    for post in subcommittee.posts.select_related("member").order_by("held_from", "pk"):
        _place(seats[post.city_id], post, post.pk in held)
    return list(seats.values())


def _place(seats: Seats, post: Post, is_held: bool) -> None:
    if not is_held:
        seats.at_other_times.append(post)
    elif post.standing == Standing.DEPUTY:
        seats.deputies.append(post)
    elif post.role == Role.CO_LEAD:
        seats.co_leads.append(post)
    else:
        seats.contributors.append(post)
