"""The migrated database that tests copy instead of migrating each anew."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.at_once import at_once
from tests.migrated import copy_kept, fingerprint, folders_of_migrations


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_founding.py").write_text("from committee.cities.models import City")
    return folder


def test_processes_that_start_at_once_make_it_once_and_each_copies_the_whole(tmp_path):
    kept, made = tmp_path / "kept" / "a.sqlite3", []

    def make(path):
        made.append(path)
        for part in ("half", " and half"):
            with path.open("a") as file:
                file.write(part)

    copies = [tmp_path / str(number) for number in range(3)]
    at_once(*(lambda copy=copy: copy_kept(kept, copy, make=make) for copy in copies))

    assert len(made) == 1
    assert [copy.read_text() for copy in copies] == ["half and half"] * 3


def test_what_could_not_be_made_is_not_kept(tmp_path):
    kept = tmp_path / "kept" / "a.sqlite3"

    def broken_off(path):
        path.write_text("half")
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        copy_kept(kept, tmp_path / "copy", make=broken_off)

    assert (kept.exists(), (tmp_path / "copy").exists()) == (False, False)


def test_what_earlier_migrations_made_goes(tmp_path):
    for name in ("a", "b"):
        copy_kept(
            tmp_path / f"{name}.sqlite3", tmp_path / "copy", make=lambda path: path.write_text(path.name)
        )

    assert [path.name for path in tmp_path.glob("*.sqlite3")] == ["b.sqlite3"]


def test_a_changed_migration_a_new_one_and_another_name_each_count(folder):
    def told():
        return fingerprint([folder])

    prints = {told()}
    (folder / "0001_founding.py").write_text("from committee.cities.models import City, Country")
    prints.add(told())
    (folder / "0002_next.py").write_text("")
    prints.add(told())
    (folder / "0002_next.py").rename(folder / "0002_other.py")
    prints.add(told())

    assert len(prints) == 4


def test_the_migrations_of_other_packages_count():
    names = {folder.parent.name for folder in folders_of_migrations()}

    assert {"committee", "environment", "auth", "contenttypes", "account", "mfa", "socialaccount"} <= names


def test_a_module_that_a_migration_uses_counts(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("tests.migrated.PROJECT_FOLDER", tmp_path)
    used = tmp_path / "committee" / "cities" / "models.py"
    used.parent.mkdir(parents=True)
    databases = tmp_path / "committee" / "config" / "databases.py"
    databases.parent.mkdir()
    databases.write_text("")
    prints = set()
    for text in ("one", "another"):
        used.write_text(text)
        prints.add(fingerprint([folder]))

    assert len(prints) == 2


@pytest.mark.django_db
def test_tests_see_every_migration_carried_out():
    executor = MigrationExecutor(connection)

    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
