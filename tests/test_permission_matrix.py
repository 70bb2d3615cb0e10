"""Crawl: every address is asked for as everybody; what the answers must be stands in `permission_matrix/`."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from committee.models import Member
from tests import permission_matrix
from tests.permission_matrix import Row, World, build_world
from tests.permission_matrix.sign_in import KEPT_BY_ALLAUTH, NAMELESS_BY_ALLAUTH, OPEN_ALWAYS

Who = tuple[str, int]  # the role and the place of the city; 0 is Seoul


def rooms() -> list[ModuleType]:
    names = [module.name for module in pkgutil.iter_modules(permission_matrix.__path__)]
    return [importlib.import_module(f"{permission_matrix.__name__}.{name}") for name in names]


def rows_open_to_visitors() -> list[Row]:
    """The rows whose address answers somebody who has not signed in."""
    return [row for row in ROWS if row.anonymous == 200 and row.url_name not in OPEN_ALWAYS]


ROWS: list[Row] = [row for room in rooms() for row in room.ROWS]


def url_patterns(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield every address of the site with its full name ('' where it has none)."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from url_patterns(pattern, inner)
        else:
            yield f"{namespace}{pattern.name}" if pattern.name else "", pattern


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """Built once for all rows, for building it takes longer than most answers."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_world()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def sessions(world) -> dict[Who, str]:
    """The session of everybody who may ask; they sign in once."""
    return {("anonymous", 0): ""} | {
        (role, place): session_of(member)
        for role, pair in world.members.items()
        for place, member in enumerate(pair)
    }


def session_of(member: Member) -> str:
    visitor = Client()
    visitor.force_login(member)
    return visitor.cookies[settings.SESSION_COOKIE_NAME].value


def ask(row: Row, address: str, world: World, visitor: Client, session: str) -> int:
    """Return the status of the answer; whatever the request changed is undone."""
    visitor.cookies.clear()
    if session:
        visitor.cookies[settings.SESSION_COOKIE_NAME] = session
    with transaction.atomic():
        answer = getattr(visitor, row.method)(address, row.form(world))
        # A file that is answered stays open until it has been read.
        answer.getvalue()
        transaction.set_rollback(True)
    return int(answer.status_code)


def test_every_address_has_a_name():
    nameless = {str(pattern.pattern) for name, pattern in url_patterns(get_resolver()) if not name}

    assert nameless - NAMELESS_BY_ALLAUTH == set()


def test_every_address_has_a_row():
    named = {name for name, _pattern in url_patterns(get_resolver()) if name}

    assert named - {row.url_name for row in ROWS} - KEPT_BY_ALLAUTH.keys() == set()


def test_no_row_is_left_from_an_address_that_is_gone():
    named = {name for name, _pattern in url_patterns(get_resolver())}

    assert ({row.url_name for row in ROWS} | KEPT_BY_ALLAUTH.keys()) - named == set()


@pytest.mark.django_db
@pytest.mark.parametrize("row", ROWS, ids=str)
def test_everybody_is_answered_as_the_matrix_says(row, world, sessions):
    address, visitor = reverse(row.url_name, args=row.args(world)), Client()
    expected = {("anonymous", 0): row.anonymous, **row.expected()}

    answers = {who: ask(row, address, world, visitor, session) for who, session in sessions.items()}

    assert {who: status for who, status in answers.items() if status != expected[who]} == {}


@pytest.mark.django_db
@pytest.mark.parametrize("row", rows_open_to_visitors(), ids=str)
def test_without_a_public_part_a_visitor_is_sent_to_sign_in(row, world, settings):
    settings.PUBLIC_PART = False
    address = reverse(row.url_name, args=row.args(world))

    answer = ask(row, address, world, Client(), session="")

    assert answer == 302
