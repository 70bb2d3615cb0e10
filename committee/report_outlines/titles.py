"""What the sections of reports are called."""

from django.conf import settings


def title_of_section(section: str) -> str:
    """Return what a section is called, by the dotted path of what says it; other words as they are."""
    return str(dict(settings.REPORT_SECTIONS).get(section, section))
