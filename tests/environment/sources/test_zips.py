"""ZIP archives as officers mail them: names of every packer, and what would do harm."""

import unicodedata
import zipfile

import pytest

from environment.sources import zips
from environment.sources.files import DataFile, UnreadableFile, data_files

TABLE = b"date,hour,type\n20160501,1,PM2.5\n"


def zip_of(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def zip_named(path, written):
    """Return an archive whose member bears these bytes for a name and says nothing of their encoding."""
    placeholder = "x" * len(written)
    zip_of(path, {placeholder: TABLE})
    path.write_bytes(path.read_bytes().replace(placeholder.encode(), written))
    return path


def names_in(path):
    return [entry.name for entry in data_files(path) if isinstance(entry, DataFile)]


def refused_in(path):
    return [(entry.name, entry.reason) for entry in data_files(path) if isinstance(entry, UnreadableFile)]


def test_tables_are_read_and_what_is_no_table_is_left_out(tmp_path):
    path = zip_of(
        tmp_path / "mailed.zip",
        {"a/": b"", "a/one.csv": TABLE, "a/._one.csv": b"\0", "readme.pdf": b"%PDF", "two.CSV": TABLE},
    )

    found = [(entry.name, entry.stream.read()) for entry in data_files(path)]

    assert found == [("a/one.csv", TABLE), ("two.CSV", TABLE)]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("서울시_대기질_2020년1월.csv", "utf-8"),
        ("서울시_대기질_2020년1월.csv", "cp949"),
        ("기간별_시간평균_대기환경정보.csv", "cp949"),
        ("北京市空气质量_2020年1月.csv", "utf-8"),
        ("北京市空气质量_2020年1月.csv", "gb18030"),
        ("监测站点.csv", "gb18030"),
    ],
)
def test_names_of_every_packer_are_right(tmp_path, name, encoding):
    path = zip_named(tmp_path / "mailed.zip", name.encode(encoding))

    assert names_in(path) == [name]


def test_names_marked_as_utf_8_are_composed(tmp_path):
    decomposed = unicodedata.normalize("NFD", "서울.csv")

    assert names_in(zip_of(tmp_path / "mac.zip", {decomposed: TABLE})) == ["서울.csv"]


def test_a_name_that_climbs_out_is_a_name_and_nothing_is_written(tmp_path):
    folder = tmp_path / "inner"
    folder.mkdir()
    path = zip_of(folder / "mailed.zip", {"../../evil.csv": TABLE})

    assert names_in(path) == ["../../evil.csv"]
    assert sorted(tmp_path.rglob("*")) == [folder, path]


def test_what_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(zips, "LARGEST_UNPACKED", 2 * 2**20)
    path = zip_of(tmp_path / "bomb.zip", {"zeros.csv": b"0" * 3 * 2**20, "more.csv": TABLE})

    assert (names_in(path), refused_in(path)) == ([], [("more.csv", "archive-too-large")])


def test_an_archive_in_an_archive_is_named(tmp_path):
    path = zip_of(tmp_path / "mailed.zip", {"inner.zip": b"PK", "inner.tar.gz": b"", "one.csv": TABLE})

    assert refused_in(path) == [
        ("inner.zip", "archive-in-archive"),
        ("inner.tar.gz", "archive-in-archive"),
    ]


def test_a_locked_file_is_named(tmp_path):
    path = zip_of(tmp_path / "mailed.zip", {"one.csv": TABLE})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)

    assert refused_in(path) == [("one.csv", "archive-locked")]


def test_a_damaged_archive_is_named(tmp_path):
    path = zip_of(tmp_path / "mailed.zip", {"one.csv": TABLE * 100})
    path.write_bytes(path.read_bytes()[:60])

    assert refused_in(path) == [("mailed.zip", "damaged-archive")]
