from django.urls import path

from environment.threads import log_views, views

urlpatterns = [
    path("air/threads/", views.thread_list, name="thread_list"),
    path("air/threads/log/", log_views.thread_log, name="thread_log"),
    path("air/threads/log.csv", log_views.thread_log_file, {"kind": "csv"}, name="thread_log_csv"),
    path("air/threads/log.xlsx", log_views.thread_log_file, {"kind": "xlsx"}, name="thread_log_xlsx"),
    path("air/threads/<int:thread_id>/", views.thread_page, name="thread"),
    path("air/threads/<int:thread_id>/log.csv", log_views.log_of_thread, {"kind": "csv"}, name="thread_csv"),
    path(
        "air/threads/<int:thread_id>/log.xlsx", log_views.log_of_thread, {"kind": "xlsx"}, name="thread_xlsx"
    ),
    path("air/threads/<int:thread_id>/acknowledge/", views.thread_acknowledge, name="thread_acknowledge"),
    path("air/threads/<int:thread_id>/write/", views.thread_write, name="thread_write"),
    path("air/threads/<int:thread_id>/measure/", views.thread_measure, name="thread_measure"),
    path("air/threads/<int:thread_id>/close/", views.thread_close, name="thread_close"),
    path(
        "air/threads/messages/<int:message_id>/translate/<slug:language>/",
        views.message_translate,
        name="message_translate",
    ),
    path("air/threads/measures/<int:measure_id>/", views.measure_dates, name="measure_dates"),
]
