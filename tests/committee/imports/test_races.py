"""One member hands in two files at the same moment, each over a connection of its own."""

import pytest

from committee.imports.actions import hand_in
from committee.imports.models import ImportedList
from committee.members.models import Role
from tests.at_once import at_once
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_files_handed_in_at_once_one_waits():
    by = member_with(Role.SECRETARIAT)
    content = b"title_en\nMemorandum\n"

    results = at_once(*[lambda: hand_in(by=by, kind="agreements", name="a.csv", content=content)] * 2)

    assert [type(result) for result in results] == [ImportedList, ImportedList]
    assert ImportedList.objects.waiting().count() == 1
