"""Printing a report with what its PDF holds besides its pages."""

from collections.abc import Mapping
from typing import Any

from committee.office_files.kinds import attachments_of
from committee.printing.pdf import Pdf
from committee.printing.press import print_report
from committee.printing.snapshot import from_json


def printed(content: Mapping[str, Any]) -> Pdf:
    """Print a stored content: no live table is read, and the same content gives the same bytes."""
    report = from_json(content)
    return print_report(report, attachments=attachments_of(report), identifier=report.identifier)
