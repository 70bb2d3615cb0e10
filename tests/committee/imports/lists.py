"""Lists as they come in, and what is said of them."""

import csv
import io

import openpyxl

from committee.imports.actions import hand_in, preview, take_over

PROJECT = ["title_en", "subcommittee", "commitments"]
FORUM = ["Air forum", "Environment", "Hotline"]


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def text(*rows, encoding="utf-8-sig", sign=","):
    content = io.StringIO()
    csv.writer(content, delimiter=sign).writerows(rows)
    return content.getvalue().encode(encoding)


def handed_in(by, content, kind="projects"):
    return hand_in(by=by, kind=kind, name="목록 名单.xlsx", content=content)


def shown(by, content, kind="projects"):
    return preview(by=by, handed_in=handed_in(by, content, kind)).outcomes


def brief(outcomes):
    """Verdict, and what was changed or stands against the row."""
    return [
        (
            str(outcome.verdict),
            {change.label: (change.before, change.after) for change in outcome.changes}
            or [(problem.label, problem.text) for problem in outcome.problems],
        )
        for outcome in outcomes
    ]


def taken_over(by, content, kind="projects"):
    waiting = handed_in(by, content, kind)
    return take_over(by=by, handed_in=waiting, fingerprint=preview(by=by, handed_in=waiting).fingerprint)
