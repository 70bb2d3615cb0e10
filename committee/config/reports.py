"""What a report consists of, named here so that `reports` knows no room with content."""

from django.utils.translation import gettext_lazy as _

# Its cover and its table of contents, as dotted paths with the name shown while it is built.
REPORT_COVER = "committee.meetings.report_section.cover"
REPORT_SECTIONS = [
    ("committee.forewords.report_section.messages", _("Messages of the cities")),
    ("committee.progress.report_summary.summary", _("Summary by subcommittee")),
    ("committee.agreements.report_section.agreements", _("Agreements")),
    ("committee.progress.report_section.subcommittees", _("Work of the subcommittees")),
    ("environment.hotline.report_section.air_quality", _("Air quality")),
    ("committee.budgets.report_section.budgets", _("Budgets")),
    ("committee.follow_ups.report_section.decisions", _("Decisions and actions")),
    ("committee.commitments.report_section.commitments", _("What became of each commitment")),
    ("committee.minutes.report_section.state_of_minutes", _("Minutes")),
    ("committee.delegations.report_section.delegations", _("Delegations")),
    ("environment.hotline.report_annexes.sources", _("Sources of the air-quality values")),
    ("environment.hotline.report_annexes.stations", _("Monitoring stations")),
    ("committee.reports.glossary.glossary", _("Glossary")),
]

# The terms of the report's glossary: dotted paths with the field they are of.
GLOSSARIES = [
    ("committee.reports.glossary.COOPERATION", _("Cooperation of the cities")),
    ("environment.naming.glossary.AIR", _("Air quality")),
]

# Records that a report mentions, as in `commitment-7` → function that gets ids and returns those that may be
# printed, asked before a content is frozen.
REPORT_RECORDS = {
    "commitment": "committee.commitments.printable.printable",
    "project": "committee.projects.printable.printable",
    "update": "committee.progress.printable.printable",
}

# Sections that stand before the chapters or behind them; an outline moves each among its own kind.
REPORT_PLACES = {
    "committee.forewords.report_section.messages": "front",
    "committee.commitments.report_section.commitments": "annex",
    "committee.minutes.report_section.state_of_minutes": "annex",
    "committee.delegations.report_section.delegations": "annex",
    "environment.hotline.report_annexes.sources": "annex",
    "environment.hotline.report_annexes.stations": "annex",
    "committee.reports.glossary.glossary": "annex",
}

# Sections that list one by one what others count: without them the figures of a report bear nothing out.
REPORT_ALWAYS_PRINTED = {"committee.commitments.report_section.commitments"}
