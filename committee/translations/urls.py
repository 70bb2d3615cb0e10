from django.urls import path

from committee.translations import views

urlpatterns = [
    path("translations/", views.translation_list, name="translation_list"),
    path("translations/waiting/", views.translations_waiting, name="translations_waiting"),
    path("translations/of/<slug:kind>/<int:record_id>/", views.translations_of, name="translations_of"),
    path("translations/of/<slug:kind>/<int:record_id>/ask/", views.translation_ask, name="translation_ask"),
    path(
        "translations/of/<slug:kind>/<int:record_id>/<slug:name>/<slug:language>/holds/",
        views.translation_holds,
        name="translation_holds",
    ),
    path("translations/<int:request_id>/", views.translation_page, name="translation"),
    path("translations/<int:request_id>/translate/", views.translation_edit, name="translation_edit"),
    path("translations/<int:request_id>/check/", views.translation_check, name="translation_check"),
    path("translations/<int:request_id>/return/", views.translation_return, name="translation_return"),
    path("translations/<int:request_id>/withdraw/", views.translation_withdraw, name="translation_withdraw"),
]
