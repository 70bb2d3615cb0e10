"""The limits of the house that no linter knows."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.template.loader import get_template
from django.utils.functional import Promise

from committee.history.models import Record

HOUSE = Path(__file__).parent.parent
PACKAGES = ("committee", "environment")
MOST_LINES_A_FILE = 400
MOST_LINES_A_FUNCTION = 40

# Names of machines from which packages come, spelt so that this file does not name them itself.
REGISTRIES = re.compile(
    "|".join([r"pypi\.(org|python)", r"pythonhosted\.", r"registry\.npm", r"npmmirror\.", r"/simple/"])
)
# An address of another host in what a browser or a PDF loads; names of XML vocabularies are not loaded.
ADDRESS = re.compile(
    r"""(?:src|href|action|url|from|import|fetch)\s*[=(]?\s*["'(]*\s*(?:https?:)?//[\w.-]+"""
)


def tracked(*endings: str) -> list[Path]:
    """Return the files of the repository with one of these endings, written or about to be added."""
    words = [
        "git",
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        *(f"*{ending}" for ending in endings),
    ]
    listed = subprocess.run(words, cwd=HOUSE, capture_output=True, encoding="utf-8", check=True).stdout
    return [HOUSE / name for name in listed.splitlines() if (HOUSE / name).is_file()]


def sources() -> list[Path]:
    files = (path for package in PACKAGES for path in (HOUSE / package).rglob("*.py"))
    return sorted(path for path in files if "migrations" not in path.parts)


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def is_catch_all(node: ast.AST) -> bool:
    if not isinstance(node, ast.ExceptHandler):
        return False
    return node.type is None or (
        isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")
    )


def test_no_file_is_too_long():
    files = [*sources(), *tracked(".html", ".css", ".js"), *(HOUSE / "tests").rglob("*.py")]

    assert [
        f"{path.relative_to(HOUSE)}: {lines_of(path)}" for path in files if lines_of(path) > MOST_LINES_A_FILE
    ] == []


def test_no_function_is_too_long():
    too_long = [
        f"{path.relative_to(HOUSE)}: {function.name}"
        for path in sources()
        for function in functions(path)
        if function.end_lineno - function.lineno + 1 > MOST_LINES_A_FUNCTION
    ]

    assert too_long == []


def test_no_error_is_caught_that_was_not_expected():
    catch_alls = [
        f"{path.relative_to(HOUSE)}:{node.lineno}"
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if is_catch_all(node)
    ]

    assert catch_alls == []


def test_nothing_is_imported_inside_a_function():
    hidden = [
        f"{path.relative_to(HOUSE)}:{node.lineno}"
        for path in sources()
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert hidden == []


@pytest.mark.parametrize(
    "drawer", ["utils", "helpers", "common", "misc", "manager", "managers", "info", "data"]
)
def test_no_drawer_without_a_name_of_the_domain(drawer):
    assert [path for path in sources() if path.stem == drawer or path.parent.name == drawer] == []


def test_the_locks_name_no_place_to_download_from():
    locks = [*tracked("requirements/*.txt"), HOUSE / "package-lock.json"]

    assert [
        path.name for path in locks if '"resolved"' in path.read_text() or "://" in python_part(path)
    ] == []


def python_part(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.suffix == ".txt" else ""


def test_no_file_names_a_package_registry():
    files = tracked("")
    texts = {path: path.read_bytes().decode("utf-8", errors="ignore") for path in files}

    assert [
        path for path, text in texts.items() if REGISTRIES.search(text) and path.name != Path(__file__).name
    ] == []


def test_no_page_loads_from_another_host():
    asked = [
        f"{path.relative_to(HOUSE)}: {found.group()}"
        for path in tracked(".html", ".css", ".js", ".svg")
        for found in ADDRESS.finditer(path.read_text(encoding="utf-8"))
    ]

    assert asked == []


def test_no_template_has_script_or_style_of_its_own():
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")|<style|\sstyle=|\son[a-z]+=", re.IGNORECASE
    )
    pages = [path for path in tracked(".html") if "templates/printing" not in path.as_posix()]

    assert [
        str(path.relative_to(HOUSE)) for path in pages if inline.search(path.read_text(encoding="utf-8"))
    ] == []


def test_every_template_compiles():
    names = [str(path.relative_to(HOUSE / "templates")) for path in tracked(".html")]

    assert all(get_template(name) for name in names)


def test_strings_are_marked_by_names_that_the_collector_of_strings_knows():
    alias = re.compile(r"import n?p?n?gettext(?:_lazy)? as (?!_\b)\w+")

    assert [path for path in sources() if alias.search(path.read_text(encoding="utf-8"))] == []


def test_fields_are_called_in_the_language_of_the_reader():
    records = [model for model in apps.get_models() if issubclass(model, Record)]
    machinery = {"id", "version", "created_at", "is_illustrative", "is_demonstration", "last_login"}

    assert [
        f"{model.__name__}.{field.name}"
        for model in records
        for field in model._meta.concrete_fields
        if field.name not in machinery and not isinstance(field.verbose_name, Promise)
    ] == []
