from django.urls import include, path

from environment.exchange import confirmed_views, upload_views, views

of_an_account = [
    path("", views.machine_account_page, name="machine_account"),
    path("edit/", views.machine_account_edit, name="machine_account_edit"),
    path("token/", views.machine_account_token, name="machine_account_token"),
    path("secret/", views.machine_account_secret, name="machine_account_secret"),
    path("revoke/", views.machine_account_revoke, name="machine_account_revoke"),
]

urlpatterns = [
    path("air/deliveries/new/", upload_views.delivery_new, name="delivery_new"),
    path("air/confirmed/", confirmed_views.confirmed, name="confirmed"),
    path("air/machines/", views.machine_account_list, name="machine_account_list"),
    path("air/machines/new/", views.machine_account_new, name="machine_account_new"),
    path("air/machines/<int:account_id>/", include(of_an_account)),
]
