"""The administrators' pages, below ``/kantor/organisasi/``."""

from django.urls import path

from terbuka.organisation import views

app_name = "organisation"
urlpatterns = [
    path("", views.units, name="units"),
    path("unit/baru/", views.open_unit, name="open-unit"),
    path("unit/<int:pk>/", views.unit, name="unit"),
    path("unit/<int:pk>/ubah/", views.change_unit, name="change-unit"),
    path("unit/<int:pk>/pindah/", views.move_unit, name="move-unit"),
    path("unit/<int:pk>/akhiri/", views.end_unit, name="end-unit"),
    path("unit/<int:pk>/ganti/", views.succeed_unit, name="succeed-unit"),
    path("orang/", views.people, name="people"),
    path("orang/baru/", views.add_person, name="add-person"),
    path("orang/<int:pk>/", views.person, name="person"),
    path("orang/<int:pk>/ubah/", views.change_person, name="change-person"),
    path("orang/<int:pk>/peran/", views.appoint, name="appoint"),
    path("orang/<int:pk>/akun/", views.create_account, name="create-account"),
    path("orang/<int:pk>/tautan/", views.make_link, name="make-link"),
    path("orang/<int:pk>/akses/", views.set_account_active, name="set-account-active"),
    path("orang/<int:pk>/keluarkan/", views.end_person_sessions, name="end-person-sessions"),
    path("peran/<int:pk>/akhiri/", views.end_membership, name="end-membership"),
]
