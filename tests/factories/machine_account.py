from committee.members.models import Role
from environment.exchange.actions import NewAccount, create_machine_account
from tests.factories.city import seoul
from tests.factories.member import member_with


def machine_account(city=None, name="Air hub", webhook_url="") -> NewAccount:
    """Let the city's liaison officer enter a machine account; return it with its token and secret."""
    officer = member_with(Role.LIAISON, city or seoul())
    return create_machine_account(by=officer, name=name, webhook_url=webhook_url)
