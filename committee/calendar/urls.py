from django.urls import path

from committee.calendar import feed_views, views

urlpatterns = [
    path("calendar/", views.calendar, name="calendar"),
    path("calendar/list/", views.calendar_list, name="calendar_list"),
    path("calendar/settings/", views.calendar_settings, name="calendar_settings"),
    path("calendar/address/new/", views.calendar_feed_new, name="calendar_feed_new"),
    path("calendar/address/end/", views.calendar_feed_end, name="calendar_feed_end"),
    path("calendar/public.ics", feed_views.calendar_public_feed, name="calendar_public_feed"),
]
# Beside the languages: a programme keeps the address, and its member chooses the language elsewhere.
feed_urlpatterns = [
    path("calendar/<str:token>.ics", feed_views.calendar_feed, name="calendar_feed"),
]
