"""What the file of one's notices holds."""

from committee.notices.models import Notice
from committee.pages.columns import columns_of

NOTICE_COLUMNS = columns_of(Notice, "subject", "body", "created_at", "read_at", "mail", "sent_at")
