"""The very page of the list of projects, its template with all that it extends, asking no database.

What it shows was read when the server started. Around it stands Django's own middleware, as `startproject`
has it, with that for the language; the reader is SAME_TEMPLATE_READER.
"""

import os
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402 - models only after setup
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.forms import Select  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.urls import path  # noqa: E402

from committee.config.urls import urlpatterns as addresses  # noqa: E402
from committee.members.models import Member  # noqa: E402
from committee.members.sign_in import MemberBackend  # noqa: E402
from committee.pages.lists import FORMATS, ROWS_A_PAGE, RecordPages  # noqa: E402
from committee.projects.forms import ProjectFilter  # noqa: E402
from committee.projects.listed import listed_for  # noqa: E402
from committee.projects.permissions import may_create_project  # noqa: E402
from committee.projects.turns import with_turn  # noqa: E402


def read_page(reader: Member) -> dict[str, Any]:
    """Read all that the page shows."""
    filters = ProjectFilter({}, queryset=with_turn(listed_for(reader), reader.today))
    for field in filters.form.fields.values():
        if isinstance(field.widget, Select):
            field.widget.choices = list(field.widget.choices)
    rows = RecordPages(filters.qs, ROWS_A_PAGE).get_page(1)
    rows.object_list = list(rows.object_list)
    assert rows.paginator.count, "the total is asked for once"
    may_create = may_create_project(reader)
    return {"filters": filters, "rows": rows, "formats": FORMATS, "is_part": False, "may_create": may_create}


def page(request: HttpRequest) -> HttpResponse:
    request.user = READER
    return render(request, "projects/list.html", SHOWN)


READER: Any = MemberBackend().get_user(os.environ["SAME_TEMPLATE_READER"])
SHOWN = read_page(READER)
settings.ROOT_URLCONF = __name__
settings.MIDDLEWARE = [
    name for name in settings.MIDDLEWARE if name.startswith("django.") and ".auth." not in name
]
urlpatterns = [path("", page, name="bare_list"), *addresses]
application = WSGIHandler()
