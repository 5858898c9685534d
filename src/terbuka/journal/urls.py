"""The auditors' pages, below ``/kantor/jurnal/``."""

from django.urls import path

from terbuka.journal import views

app_name = "journal"
urlpatterns = [
    path("", views.entries, name="entries"),
    path("unduh/", views.export, name="export"),
    path("periksa/", views.check, name="check"),
]
