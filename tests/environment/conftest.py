import pytest

from committee.members.models import Role
from tests.environment.hotline.given import two_days_of_beijing, two_days_of_seoul
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with


@pytest.fixture
def reader(client):
    client.force_login(member_with(Role.OBSERVER, seoul()))
    return client


@pytest.fixture
def both_cities(tmp_path):
    seoul(), beijing()
    two_days_of_seoul(tmp_path)
    two_days_of_beijing(tmp_path)
