"""The environment MOU of 2018-03-19. Its signing and five subjects are public, its wording is not."""

from committee.demonstration.story import Words

TITLE = Words(
    "서울-베이징 환경 분야 업무협약(MOU)",
    "首尔—北京环境领域合作谅解备忘录（MOU）",
    "Memorandum of understanding on the environment between Seoul and Beijing",
)
TEXT = Words(
    "두 도시는 대기질 개선을 위하여 아래의 사항에 합의한다. 발효일, 갱신 방식과 조문은 예시이다.",
    "为改善空气质量，两市商定如下事项。生效日期、续期方式和条文为示例。",
    "The cities agree on the following in order to improve the quality of their air. "
    "The day from which it is in force, its renewal and its wording are illustrative.",
)
PROMISE = Words(
    "환경 분야 업무협약의 다섯 사항을 함께 이행하고 전체회의에 보고한다.",
    "共同落实环境备忘录的五项内容，并向全体会议报告。",
    "Carry out the five points of the environment MOU together and report to the general meeting.",
)
# Printed beside other names of signatories, so the words themselves say what they are.
SIGNATORIES = {
    "seoul": Words("서울특별시장 (예시)", "首尔特别市市长（示例）", "Mayor of Seoul (illustrative)"),
    "beijing": Words("베이징시장 (예시)", "北京市市长（示例）", "Mayor of Beijing (illustrative)"),
}
