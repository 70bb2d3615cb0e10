import io

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from committee.members.requests import MemberRequest
from committee.minutes.models import Minutes
from committee.minutes_prints import actions
from committee.minutes_prints.forms import PrintForm
from committee.minutes_prints.models import MinutesPrint
from committee.pages.partials import page_or_part
from committee.pages.writing import UNPROCESSABLE

TEMPLATE = "minutes_prints/of_minutes.html"


def minutes_prints(request: MemberRequest, minutes_id: int) -> HttpResponse:
    """Show the PDFs of minutes and how far they are; HTMX asks for them alone while one is under way.

    A post asks for another one.
    """
    visible = Minutes.objects.visible_to(request.user).select_related("meeting__subcommittee")
    minutes = get_object_or_404(visible, pk=minutes_id)
    form = PrintForm(request.POST or None, initial={"language": get_language()})
    if request.method == "POST" and form.is_valid():
        actions.request_print(by=request.user, minutes=minutes, **form.cleaned_data)
        messages.success(request, _("The PDF is being made. This page shows how far it is."))
        return HttpResponseRedirect(request.path)
    prints = list(MinutesPrint.objects.visible_to(request.user).for_pages().filter(minutes=minutes))
    context = {
        "minutes": minutes,
        "prints": prints,
        "form": form,
        "is_under_way": any(each.is_under_way for each in prints),
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return page_or_part(request, TEMPLATE, f"{TEMPLATE}#prints", context, status)


def minutes_print_download(request: MemberRequest, print_id: int) -> FileResponse:
    """Hand out the PDF; who may read it is asked again on every download."""
    ready = MinutesPrint.objects.visible_to(request.user).ready().for_pages()
    found = get_object_or_404(ready, pk=print_id)
    with found.pdf.open("rb") as file:
        body = io.BytesIO(file.read())
    return FileResponse(body, as_attachment=True, filename=found.file_name, content_type="application/pdf")
