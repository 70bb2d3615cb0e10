import pytest

from tests.factories.commitment import CommitmentFactory
from tests.factories.subcommittee import SubcommitteeFactory


@pytest.fixture
def commitment(db):
    subcommittee = SubcommitteeFactory(name_en="Environment", name_ko="환경", name_zh_hans="环境")
    return CommitmentFactory(
        title_en="Hotline", title_ko="핫라인", title_zh_hans="热线", subcommittee=subcommittee
    )
