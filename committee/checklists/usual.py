"""The tasks with which a committee begins; a secretariat takes them over and changes them."""

from typing import Any

from committee.checklists.models import Side
from committee.members.models import Role


def _task(days: int, side: Side, ko: str, zh: str, en: str, role: Role = Role.SECRETARIAT) -> dict[str, Any]:
    titles = {"title_ko": ko, "title_zh_hans": zh, "title_en": en}
    return {"working_days_before": days, "side": side, "role": role, **titles}


USUAL_TASKS: tuple[dict[str, Any], ...] = (
    _task(120, Side.HOST, "초청 공문 발송", "发出邀请函", "Send the note of invitation"),
    _task(100, Side.BOTH, "의제 제안 제출", "提出议题建议", "Propose points of the agenda"),
    _task(80, Side.HOST, "의제 합의", "商定议程", "Agree on the agenda"),
    _task(60, Side.BOTH, "대표단 명단 통보", "通报代表团名单", "Give notice of the delegation"),
    _task(
        50,
        Side.BOTH,
        "분과별 회의 자료 제출",
        "提交各组会议文件",
        "Hand in the papers of the subcommittees",
        Role.CO_LEAD,
    ),
    _task(45, Side.BOTH, "진행 상황 보고 확인", "确认进展报告", "Confirm all progress updates", Role.CO_LEAD),
    _task(40, Side.HOST, "회의 보고서 초안 작성", "起草会议报告", "Draft the meeting's report"),
    _task(30, Side.GUEST, "보고서 초안 검토 의견 회신", "反馈报告草案意见", "Review the draft report"),
    _task(25, Side.HOST, "통역사 섭외", "落实口译人员", "Engage interpreters"),
    _task(20, Side.HOST, "세부 일정 확정", "确定详细日程", "Settle the programme"),
    _task(15, Side.BOTH, "의전 서열 확정", "确定礼宾次序", "Settle the order of protocol"),
    _task(10, Side.BOTH, "보고서 최종 승인", "最终批准报告", "Approve the report"),
    _task(5, Side.HOST, "보고서·자료 인쇄", "印制报告和文件", "Print the report and the papers"),
)
