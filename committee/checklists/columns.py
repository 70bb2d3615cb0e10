"""What the files of a checklist and of the template hold."""

from committee.checklists.models import ChecklistStep, ChecklistTask
from committee.languages.wording import columns
from committee.pages.columns import columns_of

TASK_COLUMNS = columns_of(ChecklistTask, *columns("title"), "working_days_before", "side", "role")
STEP_COLUMNS = columns_of(
    ChecklistStep,
    *columns("title"),
    "city",
    "role",
    "working_days_before",
    "due_on",
    "done_on",
    "done_by",
)
