from django.urls import path

from environment.ledger import ledger_views, views

urlpatterns = [
    path("air/ledger/", ledger_views.ledger, name="ledger"),
    path("air/ledger/chart.svg", ledger_views.ledger_chart, name="ledger_chart"),
    path("air/ledger/table.csv", ledger_views.ledger_csv, name="ledger_csv"),
    path("air/ledger/table.xlsx", ledger_views.ledger_xlsx, name="ledger_xlsx"),
    path("air/ledger/<slug:city_code>/<str:day>/", ledger_views.ledger_day, name="ledger_day"),
    path("air/promises/", views.promise_list, name="promise_list"),
    path("air/promises/new/", views.promise_new, name="promise_new"),
    path("air/promises/<int:promise_id>/", views.promise_page, name="promise"),
    path("air/promises/<int:promise_id>/edit/", views.promise_edit, name="promise_edit"),
    path("air/promises/<int:promise_id>/follow/", views.promise_follow, name="promise_follow"),
    path("air/promises/<int:promise_id>/delete/", views.promise_delete, name="promise_delete"),
]
