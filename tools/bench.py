"""Run the benchmarks one after the other, each on the databases it names, each on an empty one.

Usage: python -m tools.bench [NAME …], where `pages` stands for benchmarks/bench_pages.py.

A benchmark is a module with `DATABASES`, a tuple of "sqlite" and "postgresql", that prints its
figures as ratios of what it measured side by side. It runs as a program, so that one does not
warm the caches of the next.
"""

import ast
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.servers import postgresql_server

PROJECT_FOLDER = Path(__file__).resolve().parent.parent
BENCHMARKS = PROJECT_FOLDER / "benchmarks"


def databases_of(benchmark: Path) -> tuple[str, ...]:
    """Read `DATABASES` without running the benchmark."""
    for statement in ast.parse(benchmark.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "DATABASES":
            names: tuple[str, ...] = ast.literal_eval(statement.value)
            return names
    return ("sqlite",)


@contextmanager
def empty_database(kind: str, folder: Path) -> Iterator[str]:
    if kind == "postgresql":
        with postgresql_server() as address:
            yield address
    else:
        yield f"sqlite:///{folder / 'bench.sqlite3'}"


def run(benchmark: Path, database: str) -> int:
    with (
        tempfile.TemporaryDirectory(prefix="committee-bench-") as folder,
        empty_database(database, Path(folder)) as address,
    ):
        own = {"STATE_FOLDER": folder, "DATABASE_URL": address, "SECRET_KEY": "only for benchmarks"}
        environment = os.environ | own | {"DJANGO_SETTINGS_MODULE": "committee.config.settings"}
        for words in (["manage", "migrate", "--verbosity", "0"], [f"benchmarks.{benchmark.stem}"]):
            code = subprocess.run(
                [sys.executable, "-m", *words], cwd=PROJECT_FOLDER, env=environment, check=False
            ).returncode
            if code:
                return code
    return 0


def main(names: list[str]) -> str | None:
    wanted = {f"bench_{name}" for name in names}
    failed = []
    for benchmark in sorted(BENCHMARKS.glob("bench_*.py")):
        for database in databases_of(benchmark) if not wanted or benchmark.stem in wanted else ():
            title = f"{benchmark.stem.removeprefix('bench_')} on {database}"
            print(f"\n== {title}", flush=True)
            if run(benchmark, database):
                failed.append(title)
    return f"Not finished: {', '.join(failed)}" if failed else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
