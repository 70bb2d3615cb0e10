from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.history.models import HistoryEntry, Record
from committee.languages.sentences import in_a_row
from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.forms import RecordForm
from committee.pages.lists import list_page
from committee.pages.panels import panel_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, by_button_of, form_page
from committee.rules import BrokenRule
from committee.translations import actions
from committee.translations.columns import TRANSLATION_COLUMNS
from committee.translations.forms import AskForm, TranslateForm, TranslationFilter
from committee.translations.models import SUFFIX_CHOICES, TranslationRequest, fingerprint
from committee.translations.permissions import (
    may_ask_for,
    may_check,
    may_say_it_holds,
    may_translate,
    may_withdraw,
)
from committee.translations.rules import TextChangedMeanwhile
from committee.translations.states import texts_of_whole
from committee.translations.texts import translated

SHOWN = 5


def translation_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "translations/list.html",
        TranslationRequest.objects.visible_to(request.user).in_brief(),
        TranslationFilter,
        TRANSLATION_COLUMNS,
        today=request.user.today,
    )


def translations_waiting(request: MemberRequest) -> HttpResponse:
    """Show what the member can go on with; the first page takes it in."""
    waiting = list(TranslationRequest.objects.waiting_for(request.user).in_brief()[: SHOWN + 1])
    context = {"waiting": waiting[:SHOWN], "has_more": len(waiting) > SHOWN, "today": request.user.today}
    return panel_page(request, "translations/waiting.html", context, waits=bool(waiting))


def translations_of(request: MemberRequest, kind: str, record_id: int) -> HttpResponse:
    """The texts of one record in every language, and where each of them stands."""
    record = _record(request.user, kind, record_id)
    texts = texts_of_whole(record)
    may_ask = may_ask_for(request.user, record)
    context = {
        "record": record,
        "kind": kind,
        "texts": texts,
        "languages": dict(SUFFIX_CHOICES),
        "may_ask": may_ask and any(text.wanting for text in texts),
        "may_say_it_holds": may_say_it_holds(request.user, record),
    }
    return render(request, "translations/of.html", context)


def translation_ask(request: MemberRequest, kind: str, record_id: int) -> HttpResponse:
    record = _record(request.user, kind, record_id)
    require(may_ask_for(request.user, record))

    def act(form: RecordForm) -> Record:
        actions.ask_for_translations(by=request.user, record=record, **form.changes)
        return record

    return form_page(
        request,
        AskForm(request.POST or None, of=texts_of_whole(record), today=request.user.today),
        act,
        heading=_("Ask for the other languages: %(record)s") % {"record": record},
        back=reverse("translations_of", args=[kind, record_id]),
        template="translations/ask.html",
    )


def translation_holds(
    request: MemberRequest, kind: str, record_id: int, name: str, language: str
) -> HttpResponse:
    record, page = _record(request.user, kind, record_id), reverse("translations_of", args=[kind, record_id])
    if request.method != "POST":
        return HttpResponseRedirect(page)
    try:
        actions.say_it_holds(by=request.user, record=record, name=name, language=language)
    except BrokenRule as rule:
        messages.warning(request, str(rule.message))
    else:
        messages.success(request, _("Saved."))
    return HttpResponseRedirect(page)


def translation_page(request: MemberRequest, request_id: int) -> HttpResponse:
    return _show(request, _visible(request.user, request_id))


def translation_edit(request: MemberRequest, request_id: int) -> HttpResponse:
    asked = _visible(request.user, request_id)
    require(may_translate(request.user, asked))

    form = TranslateForm(request.POST or None, instance=asked)

    def act(sent: RecordForm) -> Record:
        text, seen = sent.cleaned_data["text"], sent.cleaned_data["seen"]
        now = _visible(request.user, request_id)
        try:
            return actions.hand_in_translation(
                by=request.user, request=now, text=text, seen=seen, seen_version=sent.version_seen
            )
        except TextChangedMeanwhile:
            form.go_on_from(now)
            raise

    return form_page(
        request,
        form,
        act,
        heading=str(asked),
        back=asked.get_absolute_url(),
        template="translations/form.html",
        asked=_visible(request.user, request_id),
    )


@by_button_of("translation")
def translation_check(request: MemberRequest, request_id: int) -> HttpResponse:
    asked, seen = _visible(request.user, request_id), request.POST.get("seen", "")
    return _attempt(
        request,
        asked,
        lambda: actions.check_translation(by=request.user, request=asked, seen=seen),
        done=_("Checked. The record says it from now on."),
    )


@by_button_of("translation")
def translation_return(request: MemberRequest, request_id: int) -> HttpResponse:
    asked, reason = _visible(request.user, request_id), request.POST.get("reason", "")
    return _attempt(
        request,
        asked,
        lambda: actions.give_back_translation(by=request.user, request=asked, reason=reason),
        done=_("Given back with your reason."),
    )


@by_button_of("translation")
def translation_withdraw(request: MemberRequest, request_id: int) -> HttpResponse:
    asked = _visible(request.user, request_id)
    return _attempt(
        request,
        asked,
        lambda: actions.withdraw_translation(by=request.user, request=asked),
        done=_("Withdrawn. Nobody is asked for it any more."),
    )


def _attempt(
    request: MemberRequest,
    asked: TranslationRequest,
    act: Callable[[], TranslationRequest],
    *,
    done: str,
) -> HttpResponse:
    """Do `act`; a broken rule shows the request as it stands now, with the reason."""
    try:
        act()
    except BrokenRule as rule:
        return _show(request, _visible(request.user, asked.pk), str(rule.message))
    except ValidationError as error:
        return _show(request, _visible(request.user, asked.pk), in_a_row(error.messages))
    messages.success(request, done)
    return HttpResponseRedirect(asked.get_absolute_url())


def _show(request: MemberRequest, asked: TranslationRequest, refusal: str = "") -> HttpResponse:
    reader = request.user
    context = {
        "asked": asked,
        "refusal": refusal,
        "seen": fingerprint(asked.text),
        "is_late": asked.is_overdue(reader.today),
        "may_translate": may_translate(reader, asked),
        "may_check": may_check(reader, asked),
        "may_withdraw": may_withdraw(reader, asked),
        "history": HistoryEntry.objects.about(asked),
    }
    return render(request, "translations/detail.html", context, status=UNPROCESSABLE if refusal else 200)


def _visible(reader: Member, request_id: int) -> TranslationRequest:
    return get_object_or_404(TranslationRequest.objects.visible_to(reader).in_full(), pk=request_id)


def _record(reader: Member, kind: str, record_id: int) -> Record:
    if kind not in translated():
        raise Http404
    record: Record = get_object_or_404(translated()[kind].records(reader), pk=record_id)
    return record
