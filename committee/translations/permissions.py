from committee.history.models import Record
from committee.members.models import Member
from committee.members.permissions import is_secretariat
from committee.translations.models import TranslationRequest
from committee.translations.texts import translated_kind


def may_ask_for(member: Member, record: Record) -> bool:
    """Who writes a record may ask for its other languages, and both secretariats."""
    return is_secretariat(member) or translated_kind(record.whole).may_ask(member, record.whole)


def may_say_it_holds(member: Member, record: Record) -> bool:
    return may_ask_for(member, record)


def translates(member: Member) -> bool:
    """Either secretariat, whichever was asked: the other one may know the language better."""
    return is_secretariat(member)


def checks(member: Member, request: TranslationRequest) -> bool:
    """A secretariat or who asked, and never who translated."""
    knows = is_secretariat(member) or member.pk == request.asked_by_id
    return knows and member.pk != request.translated_by_id


def withdraws(member: Member, request: TranslationRequest) -> bool:
    return is_secretariat(member) or member.pk == request.asked_by_id


def may_translate(member: Member, request: TranslationRequest) -> bool:
    return request.is_open and translates(member)


def may_check(member: Member, request: TranslationRequest) -> bool:
    return request.state == TranslationRequest.State.TRANSLATED and checks(member, request)


def may_withdraw(member: Member, request: TranslationRequest) -> bool:
    return request.is_open and withdraws(member, request)
