from typing import Any

from tests.factories.agreement import AgreementFactory
from tests.factories.commitment import CommitmentFactory, kept_commitment
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_agreement(_world: World) -> list[Any]:
    return [AgreementFactory().pk]


def of_commitment(world: World) -> list[Any]:
    return [CommitmentFactory(subcommittee=world.subcommittee).pk]


def of_kept_commitment(world: World) -> list[Any]:
    return [kept_commitment(subcommittee=world.subcommittee).pk]


def reason(_world: World) -> dict[str, Any]:
    return {"comment": "The line was down"}


ROWS = [
    Row("commitment_list", **of_members(200)),
    Row("commitment_board", **of_members(200)),
    Row("commitment", of_commitment, **of_members(200)),
    Row("commitment_new", of_agreement, **of_secretariat(200)),
    Row("commitment_new", of_agreement, method="post", **of_secretariat(422)),
    Row("commitment_edit", of_commitment, **of_secretariat(200)),
    Row("commitment_edit", of_commitment, method="post", **of_secretariat(422)),
    Row("commitment_delete", of_commitment, **of_secretariat(200)),
    Row("commitment_delete", of_commitment, method="post", **of_secretariat(302)),
    Row("commitment_settle", of_commitment, **of_secretariat(200)),
    Row("commitment_settle", of_commitment, method="post", **of_secretariat(422)),
    Row("commitment_reopen", of_kept_commitment, **of_secretariat(200)),
    Row("commitment_reopen", of_kept_commitment, method="post", form=reason, **of_secretariat(302)),
    Row("api-commitment-list", **of_members(200, anonymous=403)),
    Row("api-commitment-detail", of_commitment, **of_members(200, anonymous=403)),
]
