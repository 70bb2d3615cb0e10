from django.urls import path

from environment.hotline import delivery_views, index_views, station_views, views

urlpatterns = [
    path("air/", views.air, name="air"),
    path("air/chart.svg", views.air_chart, name="air_chart"),
    path("air/table.csv", views.air_csv, name="air_csv"),
    path("air/waiting/", views.air_waiting, name="air_waiting"),
    path("air/standards/", index_views.air_standards, name="air_standards"),
    path("air/indices/", index_views.air_indices, name="air_indices"),
    path("air/stations/", station_views.station_list, name="station_list"),
    path("air/stations/new/", station_views.station_new, name="station_new"),
    path("air/stations/<int:station_id>/", station_views.station_page, name="station"),
    path("air/stations/<int:station_id>/edit/", station_views.station_edit, name="station_edit"),
    path("air/stations/<int:station_id>/delete/", station_views.station_delete, name="station_delete"),
    path("air/deliveries/", delivery_views.delivery_list, name="delivery_list"),
    path("air/deliveries/<int:delivery_id>/", delivery_views.delivery_page, name="delivery"),
    path("air/deliveries/<int:delivery_id>/clock/", delivery_views.delivery_clock, name="delivery_clock"),
    path("air/<slug:city_code>/", views.air_of_city, name="air_of_city"),
]
