"""What is offered while somebody types: who fits the name begun after an `@`."""

from django.http import HttpResponse
from django.shortcuts import render

from committee.members.models import MemberQuerySet
from committee.members.requests import MemberRequest
from committee.mentions.forms import MentioningForm
from committee.mentions.naming import MOST_OFFERED, begun_in, offered

NOTHING_TO_OFFER = 204


def people_page(
    request: MemberRequest, form: MentioningForm, readers: MemberQuerySet, scope: str = ""
) -> HttpResponse:
    """Answer HTMX with who fits the name being typed, beside those picked already.

    Args:
        scope: tells the forms of one page apart; it ends the ids of what is drawn.
    """
    begun = begun_in(request.POST.get("text", ""))
    if begun is None:
        return HttpResponse(status=NOTHING_TO_OFFER)
    picked = [member for member in offered("", readers) if str(member.pk) in form.picked]
    fitting = offered(begun, readers).exclude(pk__in=[member.pk for member in picked])
    people = [*picked, *fitting[:MOST_OFFERED]]
    context = {"form": form, "people": people, "is_offered": True, "scope": scope}
    return render(request, "mentions/people.html", context)
