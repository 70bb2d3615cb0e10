from django.urls import path

from environment.explorer import calendar_views, map_views, pattern_views, views

urlpatterns = [
    path("air/explorer/", views.explorer, name="explorer"),
    path("air/explorer/chart.svg", views.explorer_chart, name="explorer_chart"),
    path("air/explorer/table.csv", views.explorer_csv, name="explorer_csv"),
    path("air/explorer/table.xlsx", views.explorer_xlsx, name="explorer_xlsx"),
    path("air/calendar/", calendar_views.air_calendar, name="air_calendar"),
    path("air/calendar/chart.svg", calendar_views.air_calendar_chart, name="air_calendar_chart"),
    path("air/patterns/", pattern_views.air_patterns, name="air_patterns"),
    path("air/patterns/chart.svg", pattern_views.air_patterns_chart, name="air_patterns_chart"),
    path("air/map/", map_views.air_map, name="air_map"),
    path("air/map/chart.svg", map_views.air_map_chart, name="air_map_chart"),
]
