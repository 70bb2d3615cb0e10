"""The rules of events and of what is counted there."""

import datetime

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy as _

from committee.project_kinds.models import KindFigure
from committee.rules import BrokenRule


class KindHasNoEvents(BrokenRule):
    """Only projects of a kind with events have some."""

    def __init__(self) -> None:
        super().__init__(_("Projects of this kind have no events. Give the project another kind first."))


class NotYetBegun(BrokenRule):
    """What is still to come was not held."""

    def __init__(self, first_day: datetime.date) -> None:
        words = {"day": date_format(first_day)}
        super().__init__(_("It begins on %(day)s; it cannot have been held yet.") % words, field="state")


class FigureOfAnotherKind(BrokenRule):
    """What is counted at an event is what the project's kind says."""

    def __init__(self, figure: KindFigure) -> None:
        super().__init__(_("“%(figure)s” is not counted in projects of this kind.") % {"figure": figure})


class AboveItsLimit(BrokenRule):
    """A city counted more of something than the kind lets there be: more matched than have applied."""

    def __init__(self, figure: KindFigure, limit: int | None) -> None:
        words = {"figure": figure, "limiting": figure.at_most}
        if limit is None:
            sentence = _("“%(figure)s” needs “%(limiting)s”, which is missing.") % words
        else:
            counted = {**words, "limit": number_format(limit, force_grouping=True)}
            sentence = _("“%(figure)s” is more than “%(limiting)s” (%(limit)s).") % counted
        super().__init__(sentence, field=f"figure_{figure.pk}")


class CountedOtherwiseMeanwhile(BrokenRule):
    """Somebody of the same city entered another number while this one was being written."""

    def __init__(self, figure: KindFigure, number: int | None) -> None:
        words = {"number": "—" if number is None else number_format(number, force_grouping=True)}
        sentence = _("Somebody entered %(number)s meanwhile. Save again to keep what you wrote.") % words
        super().__init__(sentence, field=f"figure_{figure.pk}")
        self.figure, self.number = figure, number


class CountedSinceThen(BrokenRule):
    """An event that comes back has no value of an indicator that the project took over meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            _("The project has one more indicator of its kind since then. Enter the event anew.")
        )


class TakenOverAlready(BrokenRule):
    """A project takes an indicator of its kind over once."""

    def __init__(self) -> None:
        super().__init__(_("The project has this indicator already."))
