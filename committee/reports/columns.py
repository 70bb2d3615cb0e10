"""What the file of the reports holds."""

from committee.pages.columns import columns_of
from committee.reports.models import ReportEdition

EDITION_COLUMNS = columns_of(ReportEdition, "meeting", "language", "second_language", "state", "requested_at")
