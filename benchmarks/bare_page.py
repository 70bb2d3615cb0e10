"""A Django page and nothing beside it: no middleware, no database, one template with the rows of a list.

Its size in bytes is that of the page it is compared with, given in BARE_PAGE_BYTES; so is the number of
rows and cells.
"""

import os
from functools import cache
from typing import Any

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

ROWS, CELLS = 50, 5
TEMPLATE = (
    "<!doctype html><title>{{ title }}</title><table>"
    "{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>"
)

settings.configure(
    SECRET_KEY="only for benchmarks",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)


@cache
def compiled() -> Any:
    return engines["django"].from_string(TEMPLATE)


def page(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(compiled().render({"title": "Projects", "rows": [[WORDS] * CELLS] * ROWS}))


WORDS = "x" * max(1, int(os.environ["BARE_PAGE_BYTES"]) // (ROWS * CELLS) - len("<td></td>"))
urlpatterns = [path("", page)]
django.setup()
application = WSGIHandler()
