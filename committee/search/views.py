from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from committee.members.requests import MemberRequest
from committee.pages.lists import remember_filter
from committee.pages.writing import UNPROCESSABLE
from committee.search import finding
from committee.search.forms import SearchForm
from committee.search.indexing import is_behind
from committee.search.kinds import kinds

HITS_A_PAGE = 20


def search(request: MemberRequest) -> HttpResponse:
    """Show the first hits of each kind, or all of one kind a page at a time."""
    form = SearchForm(request.GET)
    if not form.is_valid():
        return render(request, "search/search.html", {"form": form}, status=UNPROCESSABLE)
    remember_filter(request, form)
    asked, kind = form.asked, form.cleaned_data["kind"]
    found = finding.found(request.user, asked, kind)
    context = {"form": form, "asked": asked, "found": found, "is_behind": is_behind()}
    if kind:
        page = Paginator(found.entries, HITS_A_PAGE).get_page(request.GET.get("page"))
        hits = finding.hits_of(list(page), request.user, asked.query)
        context |= {"rows": page, "hits": hits, "kind_names": kinds()[kind].names}
    else:
        context["groups"] = finding.groups(request.user, asked, found)
    return render(request, "search/search.html", context)
