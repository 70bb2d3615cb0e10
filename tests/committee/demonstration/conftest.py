"""The demonstration takes a second or two to load, so the tests of this package look at the same one."""

import pytest
from django.db import transaction

from committee.demonstration.filling import fill


@pytest.fixture(scope="package")
def filled(django_db_setup, django_db_blocker):
    """The demonstration's committee; everybody signs in with the password that is returned."""
    with django_db_blocker.unblock(), transaction.atomic():
        fill(password="told only here")
        yield "told only here"
        transaction.set_rollback(True)
