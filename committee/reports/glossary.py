"""The last annex: the terms of the cooperation in all three languages beside each other."""

from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from committee.languages.wording import LANGUAGES, Wording, suffix_of
from committee.printing.content import Column, Row, Scope, Section, Subsection, Table


class Term(NamedTuple):
    """What one thing is called in each language, as both cities write it."""

    ko: str
    zh_hans: str
    en: str


COOPERATION = (
    Term("통합위원회", "混合委员会", "joint committee"),
    Term("전체회의", "全体会议", "general meeting"),
    Term("분과", "小组", "subcommittee"),
    Term("사무국", "秘书处", "secretariat"),
    Term("공동팀장", "联合组长", "co-lead"),
    Term("대표단", "代表团", "delegation"),
    Term("단장", "团长", "head of the delegation"),
    Term("개최 도시", "主办城市", "host city"),
    Term("합의문서", "协议", "agreement"),
    Term("업무협약(MOU)", "谅解备忘录", "memorandum of understanding (MOU)"),
    Term("조항", "条款", "article"),
    Term("이행과제", "承诺事项", "commitment"),
    Term("이행 완료", "已履行", "kept"),
    Term("정상 추진", "进展顺利", "on track"),
    Term("보고 공백", "长期无报告", "silent"),
    Term("양 시 합의로 해제", "经两市同意解除", "released by both cities"),
    Term("추진 사업", "项目", "project"),
    Term("추진 단계", "里程碑", "milestone"),
    Term("성과지표", "指标", "indicator"),
    Term("기준값", "基准值", "baseline"),
    Term("목표값", "目标值", "target"),
    Term("이행 현황 보고", "进展报告", "progress update"),
    Term("일방 보고", "单方报告", "one-sided update"),
    Term("양 시 의견 상이", "两市意见不同", "seen differently"),
    Term("결정사항", "决定", "decision"),
    Term("후속 조치", "后续事项", "action"),
    Term("회의록", "会议纪要", "minutes"),
)


def glossary(scope: Scope) -> Section:
    """Return a table a field; the edition's own language comes first."""
    parts = [
        (str(heading), _terms(str(heading), import_string(path), scope.language))
        for path, heading in settings.GLOSSARIES
    ]
    return Section(
        _("Glossary in three languages"),
        tuple(Subsection(heading, (table,)) for heading, table in parts),
        place="annex",
    )


def _terms(field: str, terms: Iterable[Term], language: str) -> Table:
    own = suffix_of(language)
    suffixes = [own, *(suffix for suffix in LANGUAGES if suffix != own)]
    return Table(
        _("Terms: %(field)s") % {"field": field},
        tuple(Column(Wording(_own_name(suffix), LANGUAGES[suffix])) for suffix in suffixes),
        tuple(
            Row(tuple(Wording(getattr(term, suffix), LANGUAGES[suffix]) for suffix in suffixes))
            for term in terms
        ),
        is_multilingual=True,
    )


def _own_name(suffix: str) -> str:
    """Return what a language calls itself."""
    code, name = next((code, name) for code, name in settings.LANGUAGES if suffix_of(code) == suffix)
    with override(code):
        return str(name)
