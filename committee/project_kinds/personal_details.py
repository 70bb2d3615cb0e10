"""Finds what points to a person in a text: addresses, numbers, names as lists and titles give them away.

No program knows every name. This finds what people paste: a list of names, a name with a title or a label,
a number to call, an identity number, an e-mail address, the name of an account.
"""

import re

# The family names of most people in either country.
KOREAN_SURNAMES = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민"
CHINESE_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁"
)
# Places and offices end in these; given names hardly ever do.
_KOREAN_NAME = rf"[{KOREAN_SURNAMES}][가-힣](?![시구역관교장회소국청])[가-힣]"
# What stands before “학생” (student) and begins like a name.
_NO_NAMES = "한국인|신입생|전학생|유학생|고교생|장학생|이주민|장애인|우수한|신청한|유능한|성실한"
_CHINESE_NAME = rf"[{CHINESE_SURNAMES}][\u4e00-\u9fff]{{1,2}}"
_BETWEEN = r"\s*[,，、·;；/\n]\s*"

PATTERNS = [
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<![\w@])@[A-Za-z]\w{3,}"),
    # Korean resident numbers, Chinese identity numbers, passports.
    re.compile(r"(?<!\d)\d{6}\s?-\s?[1-8]\d{6}(?!\d)"),
    re.compile(r"(?<!\d)[1-9]\d{16}[\dXx](?!\d)"),
    re.compile(r"(?<![A-Za-z0-9])[A-Z]\d{8}(?!\d)"),
    # Numbers to call, of both countries, with the country's own code or without.
    re.compile(r"(?<!\d)(?:\+?82[\s-]?)?0?1[016789][\s.-]?\d{3,4}[\s.-]?\d{4}(?!\d)"),
    re.compile(r"(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)"),
    re.compile(r"(?<!\d)0\d{1,3}[\s.-]\d{3,4}[\s.-]?\d{4}(?!\d)"),
    # Names that say so themselves.
    re.compile(r"(?:성명|이름|명단|연락처|생년월일|姓名|名单|联系方式|电话|出生日期|微信号?)\s*[:：]\s*\S+"),
    re.compile(r"\b(?:names?|phone|e-?mail|date of birth|born)\s*:\s*\S+", re.IGNORECASE),
    re.compile(rf"(?<![가-힣])(?!{_NO_NAMES}){_KOREAN_NAME}\s?(?:학생|씨|님)"),
    re.compile(rf"(?<![가-힣])(?!{_NO_NAMES}){_KOREAN_NAME}\s?[군양](?=[은는이가의과와을를]?(?![가-힣]))"),
    re.compile(rf"{_CHINESE_NAME}(?:同学|小朋友|先生|女士)"),
    re.compile(r"\b(?:Mr|Ms|Mrs|Miss|Master)\.?\s+[A-Z]\w+"),
    re.compile(rf"(?<![가-힣]){_KOREAN_NAME}(?:{_BETWEEN}{_KOREAN_NAME})+(?![가-힣])"),
    # Chinese words of two characters often begin like a name, so three in a row are needed.
    re.compile(rf"(?<![\u4e00-\u9fff]){_CHINESE_NAME}(?:{_BETWEEN}{_CHINESE_NAME}){{2,}}(?![\u4e00-\u9fff])"),
    re.compile(rf"(?<![가-힣]){_KOREAN_NAME}\s*[-–—↔:：=&+/]\s*{_CHINESE_NAME}(?![\u4e00-\u9fff])"),
]


def personal_details_in(text: str) -> str:
    """Return the first passage of `text` that points to a person; '' where none is found."""
    found = [match for pattern in PATTERNS if (match := pattern.search(text))]
    return min(found, key=lambda match: match.start()).group() if found else ""
