import pytest
from django.db import connection, transaction

from committee.models import City
from committee.reports.one_view import one_view
from tests.factories.city import seoul


def isolation() -> str:
    """How the database keeps apart what this transaction reads; SQLite's readers see one state always."""
    if connection.vendor == "sqlite":
        return "repeatable read"
    with connection.cursor() as cursor:
        cursor.execute("SHOW transaction_isolation")
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_what_is_read_inside_is_of_one_moment():
    with one_view():
        found = (connection.in_atomic_block, isolation())

    assert found == (True, "repeatable read")


@pytest.mark.django_db(transaction=True)
def test_afterwards_transactions_begin_as_they_always_do():
    before = getattr(connection, "transaction_mode", "")

    with one_view():
        pass

    assert (getattr(connection, "transaction_mode", ""), connection.in_atomic_block) == (before, False)


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_it_is_that_one_that_decides():
    with transaction.atomic(), one_view():
        assert connection.savepoint_ids == []


@pytest.mark.django_db(transaction=True)
def test_what_is_written_beside_it_is_saved_and_not_seen_inside():
    city = seoul()

    with one_view() as beside:
        before = City.objects.get().name_en
        beside(lambda: City.objects.update(name_en="Hanyang") and None)
        inside = City.objects.get().name_en

    city.refresh_from_db()
    assert (inside, city.name_en) == (before, "Hanyang")


@pytest.mark.django_db(transaction=True)
def test_what_goes_wrong_beside_it_ends_it_and_transactions_begin_as_they_always_do():
    usual = getattr(connection, "transaction_mode", "")

    with pytest.raises(City.DoesNotExist), one_view() as beside:
        beside(lambda: City.objects.get() and None)

    assert (getattr(connection, "transaction_mode", ""), connection.in_atomic_block) == (usual, False)
