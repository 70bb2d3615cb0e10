"""Something that a secretariat deleted, so that the page of deletions shows how it is brought back."""

from committee.demonstration.cast import Cast
from committee.demonstration.story import Words
from committee.meetings.actions import add_decision, delete_decision
from committee.meetings.models import Decision
from committee.pages.numbering import next_number

NEXT_MEETING = 4
ENTERED_TWICE = Words(
    "제2기 대기질 개선 공동연구단을 구성한다.",
    "成立第二届空气质量改善联合研究团。",
    "Form the second Air-quality Improvement Joint Research Group.",
)


def delete_what_was_entered_twice(cast: Cast) -> None:
    meeting = cast.meetings[NEXT_MEETING]
    decision = add_decision(
        by=cast.secretariat,
        meeting=meeting,
        number=next_number(meeting.decisions.all(), "number"),
        subcommittee=cast.subcommittees["environment"],
        state=Decision.State.PROPOSED,
        is_illustrative=True,
        **ENTERED_TWICE.columns("text"),
    )
    delete_decision(by=cast.secretariat, decision=decision)
