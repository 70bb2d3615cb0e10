"""The migrated database: made once for a checkout, copied for each process that tests.

The migrations take half a minute of processor time; a copy takes none. What is kept bears the hash of
all that the migrations are made of, and Django looks for migrations left out before the first test.

Usage: python -m tests.migrated
makes what is missing, so that it is there when the tests begin.
"""

import fcntl
import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import django
import psycopg
from django.apps import apps
from psycopg import conninfo, sql

from committee.config.environment import PROJECT_FOLDER
from tools.servers import postgresql_programs, postgresql_server

KEPT = PROJECT_FOLDER / ".migrated"
OF_THE_PROJECT = re.compile(r"^(?:import|from) ((?:committee|environment)\.[\w.]+)", re.MULTILINE)


def folders_of_migrations() -> list[Path]:
    folders = (Path(app.path) / "migrations" for app in apps.get_app_configs())
    return [folder for folder in folders if folder.is_dir()]


def modules_used_by(migration: str) -> list[Path]:
    names = (found.group(1).replace(".", "/") for found in OF_THE_PROJECT.finditer(migration))
    files = (PROJECT_FOLDER / ending for name in names for ending in (f"{name}.py", f"{name}/__init__.py"))
    return [file for file in files if file.exists()]


def fingerprint(folders: Iterable[Path]) -> str:
    """Return a hash of the migrations, of the modules they use and of what carries them out."""
    migrations = [file for folder in folders for file in sorted(folder.glob("*.py"))]
    used = {module for file in migrations for module in modules_used_by(file.read_text(encoding="utf-8"))}
    connected = PROJECT_FOLDER / "committee" / "config" / "databases.py"
    versions = (sys.version, django.__version__, sqlite3.sqlite_version)
    digest = hashlib.sha256(repr(versions).encode())
    for file in [*migrations, *sorted(used), connected]:
        digest.update(f"\n{file.parent.parent.name}/{file.name}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def migrate(address: str) -> None:
    """Migrate a database from nothing, as the product does."""
    with tempfile.TemporaryDirectory(prefix="committee-migrated-") as folder:
        own = {"STATE_FOLDER": folder, "DATABASE_URL": address, "SECRET_KEY": "only for tests"}
        environment = os.environ | own | {"DJANGO_SETTINGS_MODULE": "committee.config.settings"}
        words = [sys.executable, "manage.py", "migrate", "--run-syncdb", "--verbosity", "0"]
        subprocess.run(words, cwd=PROJECT_FOLDER, env=environment, check=True)


def migrate_file(path: Path) -> None:
    migrate(f"sqlite:///{path}")


def dump_migrated(path: Path) -> None:
    """Migrate a PostgreSQL database and write down the SQL that makes another one like it."""
    with postgresql_server() as address:
        migrate(address)
        words = [str(postgresql_programs() / "pg_dump"), "--no-owner", f"--file={path}", address]
        subprocess.run(words, check=True)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other processes waiting until the block ends."""
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def copy_kept(kept: Path, to: Path, *, make: Callable[[Path], None]) -> None:
    """Copy a kept file, making it first where it is missing; what was kept before it then goes."""
    with alone_in(kept.parent):
        if not kept.exists():
            with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
                made = Path(folder) / kept.name
                make(made)
                for older in kept.parent.glob(f"*{kept.suffix}"):
                    older.unlink()
                made.rename(kept)
        shutil.copyfile(kept, to)


def kept(ending: str) -> Path:
    return KEPT / f"{fingerprint(folders_of_migrations())}.{ending}"


def copy_migrated_file(to: Path) -> None:
    """Put a migrated SQLite database there."""
    copy_kept(kept("sqlite3"), to, make=migrate_file)


def copy_migrated_dump(to: Path) -> None:
    """Put the SQL of a migrated PostgreSQL database there."""
    copy_kept(kept("sql"), to, make=dump_migrated)


def migrated_on_server(address: str) -> str:
    """Return the name of a migrated database on a PostgreSQL server, to be copied as a template."""
    name = f"migrated_{fingerprint(folders_of_migrations())}"
    postgres = conninfo.make_conninfo(address, dbname="postgres")
    with closing(psycopg.connect(postgres, autocommit=True)) as server:
        # One process makes it, the others wait here; the lock goes with the connection.
        server.execute("SELECT pg_advisory_lock(hashtext(%s))", [name])
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            half = f"{name}_half"
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(half)))
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(half)))
            restore(conninfo.make_conninfo(address, dbname=half))
            renamed = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            server.execute(renamed.format(sql.Identifier(half), sql.Identifier(name)))
    return name


def restore(database: str) -> None:
    with tempfile.NamedTemporaryFile(prefix="committee-migrated-", suffix=".sql") as copy:
        copy_migrated_dump(Path(copy.name))
        words = [str(postgresql_programs() / "psql"), "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1"]
        words += [f"--file={copy.name}", database]
        subprocess.run(words, stdout=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "committee.config.settings_for_tests"
    django.setup()
    with tempfile.TemporaryDirectory() as aside:
        copy_migrated_file(Path(aside) / "copy")
        copy_migrated_dump(Path(aside) / "copy")
