"""What every test may ask for; the browser's own fixtures are in `tests/browser/conftest.py`."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.utils import translation
from hypothesis import HealthCheck, settings

from committee.config.environment import DATABASE_URL
from committee.members.models import Role
from committee.models import Member
from committee.workdays.countries import counting
from tests.factories.member import member_with
from tests.migrated import copy_migrated_file, migrated_on_server

# The published files of both cities lie beside the checkout, or where SHARED_FILES says.
SHARED_FILES = Path(os.environ.get("SHARED_FILES") or Path(__file__).parents[2] / "shared" / "data")

# A busy machine makes examples slowly; that says nothing of what is tested.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def not_here(what: str) -> None:
    """Fail in continuous integration, where everything must be there; skip elsewhere, saying why."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}; in continuous integration nothing is skipped")
    pytest.skip(what)


def pytest_collection_finish() -> None:
    """Spare the garbage collector what stays to the end anyhow; a seventh of the time went there."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix) -> None:
    """Let the test database begin as a copy of a migrated one."""
    begins = connection.settings_dict["TEST"]
    if connection.vendor == "sqlite":
        copy_migrated_file(Path(begins["NAME"]))
    else:
        begins["TEMPLATE"] = migrated_on_server(DATABASE_URL)


@pytest.fixture(scope="session")
def django_db_keepdb(request) -> bool:
    """Spare the copied file; it goes with its folder when the process ends."""
    return connection.vendor == "sqlite" or request.config.getvalue("reuse_db")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Begin in English: a page asked for in another language leaves that one behind in the thread."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def both_countries() -> Iterator[None]:
    """Count the days off of both cities, whether a test has made them or not."""
    with counting("KR", "CN"):
        yield


@pytest.fixture(scope="session")
def shared_files() -> Path:
    """The folder with the published files of both cities."""
    if not SHARED_FILES.is_dir():
        not_here(f"no published files in {SHARED_FILES}")
    return SHARED_FILES


@pytest.fixture
def secretary(db) -> Member:
    """Somebody of Seoul's secretariat."""
    return member_with(Role.SECRETARIAT)


@pytest.fixture
def signed_in():
    """Give a function: the test client of a member who has signed in."""

    def sign_in(member: Member) -> Client:
        client = Client()
        client.force_login(member)
        return client

    return sign_in
