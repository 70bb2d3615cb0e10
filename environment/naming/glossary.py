"""The terms of air quality in all three languages, for the report's glossary."""

from committee.reports.glossary import Term

AIR = (
    Term("대기질", "空气质量", "air quality"),
    Term("미세먼지(PM10)", "可吸入颗粒物（PM10）", "particulate matter (PM10)"),
    Term("초미세먼지(PM2.5)", "细颗粒物（PM2.5）", "fine particulate matter (PM2.5)"),
    Term("오존(O₃)", "臭氧（O₃）", "ozone (O₃)"),
    Term("이산화질소(NO₂)", "二氧化氮（NO₂）", "nitrogen dioxide (NO₂)"),
    Term("아황산가스(SO₂)", "二氧化硫（SO₂）", "sulphur dioxide (SO₂)"),
    Term("일산화탄소(CO)", "一氧化碳（CO）", "carbon monoxide (CO)"),
    Term("휘발성유기화합물(VOC)", "挥发性有机物（VOC）", "volatile organic compounds (VOC)"),
    Term("측정소", "监测站点", "monitoring station"),
    Term("농도", "浓度", "concentration"),
    Term("월평균", "月均值", "monthly mean"),
    Term("일평균", "日均值", "daily mean"),
    Term("자료 수집률", "数据获取率", "data capture"),
    Term("국가 환경기준", "国家标准", "national standard"),
    Term("세계보건기구(WHO) 권고 기준", "世卫组织准则", "WHO guideline"),
    Term("기준 초과 일수", "超标天数", "days above the standard"),
    Term("대기질 지수", "空气质量指数", "air-quality index"),
    Term("경보", "预警", "alert"),
    Term("미세먼지 핫라인", "空气质量热线", "air-quality hotline"),
    Term("95 % 신뢰구간", "95 % 置信区间", "95 % confidence interval"),
)
