from committee.forewords.models import Foreword
from committee.members.models import Member
from committee.members.permissions import is_secretariat


def may_write_foreword(member: Member) -> bool:
    """Whether the member enters what the head of the own city says."""
    return is_secretariat(member)


def may_edit_foreword(member: Member, foreword: Foreword) -> bool:
    return may_write_foreword(member) and member.city_id == foreword.city_id
