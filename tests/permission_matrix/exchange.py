from typing import Any

from tests.factories.machine_account import machine_account
from tests.permission_matrix import Row, Status, World, of_members
from tests.permission_matrix.hotline import of_delivery, of_liaison


def of_account(world: World) -> list[Any]:
    return [machine_account(world.seoul).account.pk]


def of_keepers(status: Status) -> dict[str, Any]:
    """Secretariat and liaison officer keep the machine accounts of their city."""
    return of_members(403) | {"liaison": status, "secretariat": status}


def of_own_keepers(status: int) -> dict[str, Any]:
    """The account is Seoul's; Beijing's keepers do not see it."""
    return of_keepers((status, 404))


ROWS = [
    # Deliveries are pushed with the token of a machine account; no member has one.
    Row("api-delivery-push", **of_members(401, anonymous=401)),
    Row("api-delivery-push", method="post", **of_members(401, anonymous=401)),
    Row("api-delivery-receipt", of_delivery, **of_members(200, anonymous=401)),
    Row("confirmed", **of_members(200)),
    Row("delivery_new", **of_liaison(200)),
    Row("delivery_new", method="post", **of_liaison(422)),
    Row("machine_account_list", **of_keepers(200)),
    Row("machine_account_new", **of_keepers(200)),
    Row("machine_account_new", method="post", **of_keepers(422)),
    Row("machine_account", of_account, **of_own_keepers(200)),
    Row("machine_account_edit", of_account, **of_own_keepers(200)),
    Row("machine_account_edit", of_account, method="post", **of_own_keepers(422)),
    Row("machine_account_token", of_account, **of_members(302)),
    Row("machine_account_token", of_account, method="post", **of_own_keepers(200)),
    Row("machine_account_secret", of_account, **of_members(302)),
    Row("machine_account_secret", of_account, method="post", **of_own_keepers(200)),
    Row("machine_account_revoke", of_account, **of_members(302)),
    Row("machine_account_revoke", of_account, method="post", **of_own_keepers(302)),
]
