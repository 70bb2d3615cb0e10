import io

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from committee.delegation_books import actions
from committee.delegation_books.forms import BookForm
from committee.delegation_books.models import DelegationBook
from committee.delegation_books.permissions import may_build_book
from committee.delegations.models import Delegation
from committee.members.requests import MemberRequest
from committee.pages.partials import page_or_part
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE


def delegation_books(request: MemberRequest, delegation_id: int) -> HttpResponse:
    """Show the books of a delegation and how far they are; HTMX asks for them alone while one is under way.

    A post asks for another one.
    """
    delegation = get_object_or_404(
        Delegation.objects.filter(city=request.user.city_id).in_full(), pk=delegation_id
    )
    form = BookForm(request.POST or None, initial={"language": get_language()})
    if request.method == "POST":
        require(may_build_book(request.user, delegation))
        if form.is_valid():
            actions.request_book(by=request.user, delegation=delegation, **form.cleaned_data)
            messages.success(request, _("The book is being built. This page shows how far it is."))
            return HttpResponseRedirect(request.path)
    books = list(DelegationBook.objects.for_pages().filter(delegation=delegation))
    context = {
        "delegation": delegation,
        "books": books,
        "form": form,
        "is_under_way": any(book.is_under_way for book in books),
        "may_build": may_build_book(request.user, delegation),
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return page_or_part(
        request,
        "delegation_books/of_delegation.html",
        "delegation_books/of_delegation.html#books",
        context,
        status,
    )


def delegation_book_download(request: MemberRequest, book_id: int) -> FileResponse:
    """Hand out the PDF; who may read it is asked again on every download."""
    ready = DelegationBook.objects.visible_to(request.user).ready().for_pages()
    book = get_object_or_404(ready, pk=book_id)
    with book.pdf.open("rb") as file:
        body = io.BytesIO(file.read())
    return FileResponse(body, as_attachment=True, filename=book.file_name, content_type="application/pdf")
