from typing import Any

from tests.factories.rejected_reading import RejectedReadingFactory
from tests.permission_matrix import Row, World, of_members
from tests.permission_matrix.hotline import of_liaison


def of_reading(world: World) -> list[Any]:
    return [RejectedReadingFactory(series__station__city=world.seoul).pk]


def discarding(_world: World) -> dict[str, Any]:
    return {"act": "discarded", "note": "The instrument was being calibrated."}


def discarding_all(world: World) -> dict[str, Any]:
    reading = RejectedReadingFactory(series__station__city=world.seoul, line=2)
    return {**discarding(world), "reading": reading.pk}


ROWS = [
    Row("quarantine", **of_members(200)),
    Row("quarantined", of_reading, **of_members(200)),
    # The readings are Seoul's: Beijing's officer has none of her own among them.
    Row("quarantine_decide", **of_members(302)),
    Row("quarantine_decide", method="post", form=discarding_all, **of_liaison((302, 422))),
    Row("quarantined_decide", of_reading, **of_members(302)),
    Row("quarantined_decide", of_reading, method="post", form=discarding, **of_liaison((302, 403))),
]
