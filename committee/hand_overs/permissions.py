from committee.hand_overs.models import HandOver
from committee.hand_overs.terms import successor_of
from committee.members.models import Member, Post
from committee.members.permissions import is_secretariat


def may_see_hand_over(member: Member, post: Post) -> bool:
    """What a city hands over is its own business: whose post it is, who comes next, its secretariat."""
    if member.city_id != post.city_id or not post.passes_on:
        return False
    return is_secretariat(member) or member.pk == post.member_id or _comes_next(member, post)


def may_read_hand_over(member: Member, hand_over: HandOver) -> bool:
    return may_see_hand_over(member, hand_over.post)


def may_write_hand_over(member: Member, post: Post) -> bool:
    """Who holds or held the post; the city's secretariat, where nobody else can any more."""
    of_the_city = member.city_id == post.city_id and post.passes_on
    return of_the_city and (member.pk == post.member_id or is_secretariat(member))


def may_take_hand_over(member: Member, hand_over: HandOver) -> bool:
    """The successor alone, who did not write the note."""
    return _comes_next(member, hand_over.post) and member.pk != hand_over.written_by_id


def _comes_next(member: Member, post: Post) -> bool:
    successor = successor_of(post)
    return successor is not None and successor.member_id == member.pk
