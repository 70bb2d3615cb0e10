"""The kinds of notice the site knows, see NOTICE_KINDS in the settings."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise


@dataclass(frozen=True)
class Kind:
    """What a notice is about; each member chooses how its notices come."""

    code: str
    label: Promise | str
    way: str


def kinds() -> list[Kind]:
    return [Kind(code, label, way) for code, (label, way) in settings.NOTICE_KINDS.items()]


def kind_of(code: str) -> Kind:
    """Return a kind by its code.

    Raises:
        KeyError: when the settings do not name it.
    """
    label, way = settings.NOTICE_KINDS[code]
    return Kind(code, label, way)


def labels() -> list[tuple[str, Promise | str]]:
    return [(kind.code, kind.label) for kind in kinds()]
