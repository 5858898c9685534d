"""The register's pages inside the office, below ``/kantor/daftar/``."""

from django.urls import path

from terbuka.register import views

app_name = "register"
urlpatterns = [
    path("", views.items, name="items"),
    path("baru/", views.draft, name="draft"),
    path("salinan/", views.copies, name="copies"),
    path("<int:number>/", views.item, name="item"),
    path("<int:number>/ubah/", views.change, name="change"),
    path("<int:number>/lampirkan/", views.attach, name="attach"),
    path("<int:number>/lepas/<int:pk>/", views.detach, name="detach"),
    path("<int:number>/terbitkan/", views.publish, name="publish"),
    path("<int:number>/tarik/", views.withdraw, name="withdraw"),
    path("<int:number>/buang/", views.discard, name="discard"),
    path("<int:number>/edisi/<int:edition>/", views.edition, name="edition"),
    path("<int:number>/edisi/<int:edition>/tutup-catatan/", views.close_note, name="close_note"),
]
