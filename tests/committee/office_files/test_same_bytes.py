import os
import subprocess
import sys

MAKE = """
import django; django.setup()
import hashlib
from django.utils.module_loading import import_string
from tests.committee.office_files.reports import whole_report
for path in {paths}:
    print(hashlib.sha256(import_string(path)(whole_report("ko"))).hexdigest())
"""
PATHS = [f"committee.office_files.{kind}_file.{kind}_of" for kind in ("docx", "hwpx", "xlsx")]


def made(seed: str, zone: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
    command = [sys.executable, "-c", MAKE.format(paths=PATHS)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_two_processes_make_the_same_bytes():
    assert made("1", "Asia/Seoul") == made("2", "UTC")
