"""What a comparison of clocks means for a delivery: it is taken in, or waits until somebody decides."""

from enum import Enum, auto

from django.utils import timezone

from committee.rules import BrokenRule
from environment.measurements.clock_check import Result
from environment.measurements.clock_finding import Finding
from environment.measurements.clock_words import in_words
from environment.measurements.models import ClockCheck, Delivery

BY_THE_OPERATOR = "import_air --accept-clock"


class Clock(Enum):
    """What is asked of the clock of a delivery."""

    MUST_AGREE = auto()
    # The operator takes it as it is; what was found is kept.
    ACCEPTED = auto()
    # An officer accepted what was found before.
    DECIDED = auto()


class ClockDiffers(BrokenRule):
    """The hours of a delivery go by another clock than what is known; `check` is what to keep of it."""

    def __init__(self, check: ClockCheck) -> None:
        super().__init__(in_words(check))
        self.check = check


def keep_finding(*, delivery: Delivery, finding: Finding | None, clock: Clock) -> None:
    """Keep what was found of a delivery's clock, within the transaction that takes it in.

    Raises:
        ClockDiffers: the delivery must not be taken in.
    """
    if finding is None:
        return
    check = ClockCheck(delivery=delivery, **vars(finding))
    if finding.result == Result.DIFFERS:
        if clock is Clock.MUST_AGREE:
            raise ClockDiffers(check)
        check.decision, check.note = ClockCheck.Decision.ACCEPTED, BY_THE_OPERATOR
        check.decided_at = timezone.now()
    check.save(force_insert=True)
