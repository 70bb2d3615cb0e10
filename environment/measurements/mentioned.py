import numpy as np

from environment.measurements.arrays import Truths, Values

PAGE = 4096


class Mentioned:
    """Which hours of which series a delivery has mentioned so far: a byte an hour, in pages of half a year.

    A second, different value for an hour is a contradiction within the delivery and no correction:
    otherwise each further import of the same file would correct there and back.
    """

    def __init__(self) -> None:
        self._number: dict[int, int] = {}
        self._pages = np.zeros((16, PAGE), bool)

    def note(self, values: Values) -> Truths:
        """Mark the hours of `values` and return which of them were marked before."""
        pages, which = np.unique(values.series << 32 | values.hour // PAGE, return_inverse=True)
        numbers = np.array([self._number.setdefault(page, len(self._number)) for page in pages.tolist()], int)
        while len(self._number) > len(self._pages):
            self._pages = np.concatenate([self._pages, np.zeros_like(self._pages)])
        at = numbers[which], values.hour % PAGE
        before: Truths = self._pages[at]
        self._pages[at] = True
        return before
