"""What the API answers where a page would show a sentence beside the form."""

from typing import Any

from django.core.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler

from committee.pages.writing import UNPROCESSABLE
from committee.rules import BrokenRule


def answer_problem(problem: Exception, context: dict[str, Any]) -> Response | None:
    """Answer 422 with the broken rule's sentence or the problems by field, else as REST framework does."""
    if isinstance(problem, BrokenRule):
        return Response({"detail": str(problem.message)}, status=UNPROCESSABLE)
    if isinstance(problem, ValidationError):
        return Response(problem.message_dict, status=UNPROCESSABLE)
    return exception_handler(problem, context)
