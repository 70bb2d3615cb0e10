"""An amendment of the environment MOU, letters that end soon, and translations on their way; all invented."""

import datetime

from committee.agreements.actions import add_article, create_agreement, edit_article
from committee.agreements.models import Agreement, Article
from committee.demonstration.cast import Cast
from committee.demonstration.story import BEIJING, Words, day
from committee.translations.actions import (
    ask_for_translations,
    check_translation,
    hand_in_translation,
    texts_seen,
)
from committee.translations.models import fingerprint

AMENDED_ON = day("2020-06-22")
ENDS_IN = datetime.timedelta(days=80)
SIGNED_AGO = datetime.timedelta(days=650)
TRANSLATED_IN = datetime.timedelta(days=14)

TITLE = Words(
    "환경 분야 업무협약 개정 합의서",
    "关于修订环境领域合作谅解备忘录的协议",
    "Agreement to amend the environment MOU",
)
TEXT = Words(
    "두 도시는 환경 분야 업무협약을 다음과 같이 개정한다. 이 합의서는 예시이다.",
    "两市对环境领域合作谅解备忘录作如下修订。本协议为示例。",
    "The cities amend the environment MOU as follows. This agreement is illustrative.",
)
EXCHANGE = (
    Words("자료의 교환", "数据交换", ""),
    Words(
        "① 두 도시는 대기 측정자료를 매일 교환한다.\n1. 전날의 시간 자료\n2. 연락관이 확인한 자료\n"
        "② 자료에 오류가 있으면 3일 안에 알린다.",
        "（一）两市每日交换空气监测数据。\n1. 前一日的小时数据\n2. 经联络员确认的数据\n"
        "（二）数据有误的，应在3日内通知对方。",
        "(1) The cities exchange their air readings every day.\n(a) the hourly readings of the day before\n"
        "(b) readings that a liaison officer has confirmed\n(2) Errors are told within three days.",
    ),
)
# Nobody has written these in Chinese yet.
PUBLICATION = (
    Words("공동연구 결과의 공개", "", ""),
    Words("① 공동연구 결과는 두 도시의 확인을 거쳐 공개한다.\n② 공개 언어는 한국어와 중국어로 한다.", "", ""),
)
ENTRY_INTO_FORCE = (
    Words("효력 발생", "生效", ""),
    Words("이 합의서는 서명한 날부터 효력이 생긴다.", "本协议自签署之日起生效。", ""),
)
MENDED = "이 합의서는 서명한 날부터 효력이 생기며, 업무협약과 함께 효력을 잃는다."
DRAFTED = "（一）联合研究成果经两市确认后公布。\n（二）公布语言为韩文和中文。"
CHECKED = "Exchange of readings"

LETTERS = Words(
    "환경 담당 공무원 교환에 관한 서한",
    "关于环境工作人员交流的换函",
    "Exchange of letters on exchanging environment officials",
)
LETTERS_SAY = Words(
    "해마다 환경 담당 공무원 두 명을 서로 보낸다. 이 서한은 예시이다.",
    "每年互派两名环境工作人员。本换函为示例。",
    "Each year the cities send each other two officials of the environment. These letters are illustrative.",
)


def amend(cast: Cast, memorandum: Agreement) -> None:
    """Enter an amendment with an article that lacks Chinese and one that was changed in Korean alone."""
    amendment = create_agreement(
        by=cast.secretariat,
        kind=Agreement.Kind.OTHER,
        state=Agreement.State.IN_FORCE,
        signed_on=AMENDED_ON,
        in_force_from=AMENDED_ON,
        earlier=memorandum,
        relation=Agreement.Relation.AMENDS,
        is_illustrative=True,
        **TITLE.columns("title"),
        **TEXT.columns("text"),
    )
    exchange, publication, entry = (
        _write(cast, amendment, number, *words)
        for number, words in enumerate((EXCHANGE, PUBLICATION, ENTRY_INTO_FORCE), start=1)
    )
    edit_article(by=cast.secretariat, article=entry, text_ko=MENDED)
    _have_translated(cast, exchange, publication)


def exchange_letters(cast: Cast) -> None:
    """Enter letters that end soon after the demonstration was loaded."""
    today = cast.secretariat.today
    create_agreement(
        by=cast.secretariat,
        kind=Agreement.Kind.EXCHANGE_OF_LETTERS,
        state=Agreement.State.IN_FORCE,
        signed_on=today - SIGNED_AGO,
        in_force_from=today - SIGNED_AGO,
        in_force_until=today + ENDS_IN,
        renewal=Agreement.Renewal.BY_AGREEMENT,
        is_illustrative=True,
        **LETTERS.columns("title"),
        **LETTERS_SAY.columns("text"),
    )


def _write(cast: Cast, agreement: Agreement, number: int, heading: Words, text: Words) -> Article:
    return add_article(
        by=cast.secretariat,
        agreement=agreement,
        number=number,
        is_illustrative=True,
        **heading.columns("heading"),
        **text.columns("text"),
    )


def _have_translated(cast: Cast, exchange: Article, publication: Article) -> None:
    """Have one text checked, one waiting to be checked and one waiting to be translated."""
    translator = cast.members[f"secretariat.{BEIJING}"]
    checked, drafted, _asked = ask_for_translations(
        by=cast.secretariat,
        record=exchange.agreement,
        texts=[
            (exchange, "heading", "en"),
            (publication, "text", "zh_hans"),
            (publication, "heading", "zh_hans"),
        ],
        due_on=cast.secretariat.today + TRANSLATED_IN,
    )
    for request, text in ((checked, CHECKED), (drafted, DRAFTED)):
        hand_in_translation(by=translator, request=request, text=text, seen=texts_seen(request))
    check_translation(by=cast.secretariat, request=checked, seen=fingerprint(CHECKED))
