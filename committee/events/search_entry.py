from committee.events.models import Event
from committee.languages.searched import Searched

SEARCHED = [
    Searched(
        Event,
        title="title",
        texts=("place", "programme", "outcome"),
        city="city",
        subcommittee="project__subcommittee",
        day="starts_on",
        visible_to=Event.objects.visible_to,
    )
]
