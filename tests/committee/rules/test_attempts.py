import logging

import pytest
from django.db import InterfaceError, OperationalError

from committee.rules.attempts import Attempt


def test_what_goes_wrong_with_the_work_is_told_and_logged(caplog):
    failures = []

    with caplog.at_level(logging.ERROR), Attempt("Delivery 7", failures.append):
        raise ValueError("no such hour")

    assert failures == ["ValueError: no such hour"]
    assert [record.getMessage() for record in caplog.records] == ["Delivery 7 failed"]


@pytest.mark.parametrize("error", [OperationalError, InterfaceError, SystemExit, KeyboardInterrupt])
def test_what_is_no_fault_of_the_work_is_raised_on(error):
    failures = []

    with pytest.raises(error), Attempt("Delivery 7", failures.append):
        raise error

    assert failures == []


def test_work_that_is_done_has_no_failure():
    failures = []

    with Attempt("Delivery 7", failures.append):
        pass

    assert failures == []
