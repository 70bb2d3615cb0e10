from committee.languages.searched import Searched
from committee.positions.models import Position

SEARCHED = [
    Searched(
        Position,
        texts=("text",),
        is_named_by_words=True,
        related=("city", "commitment", "agenda_item"),
        city="city",
        visible_to=lambda member: Position.objects.visible_to(member),
    ),
]
