"""Who complains, asks, tells of a loss or is spoken to by an office is private."""

import pytest

from tests.screening.screened import Screened


@pytest.mark.parametrize(
    "speaker",
    [
        "[12/02/24 07.01.12] Bu Rina Kasi Pelayanan",
        "[12/02/24 07.01.12] Lurah Asep",
        "[12/02/24 07.01.12] Kades Joko",
        "Kades",
        "Camat",
    ],
)
@pytest.mark.parametrize(
    "said", ["Pak Maman besok ambil beras ya", "Bu Maman nanti bawa KTP ya", "Maman bawa KK ke balai"]
)
def test_whom_an_official_speaks_to_does_not_hold_the_office(speaker: str, said: str) -> None:
    assert Screened(f"{speaker}: {said}").hides("Maman")


@pytest.mark.parametrize(
    "form",
    ["Kades : Maman Suherman", "Camat: Maman Suherman, S.IP", "Penyidik: Maman Suherman dan rekan"],
)
def test_the_name_that_a_form_gives_for_a_post_stays(form: str) -> None:
    assert Screened(form).shows("Maman Suherman")


@pytest.mark.parametrize(
    "told",
    [
        "Budi Santoso mengadu motornya dicuri.",
        "Datuk Budi Santoso mengadu kambingnya dicuri.",
        "Puang Budi Santoso menyatakan pohonnya ditebang tetangga.",
        "Budi Santoso (45) melaporkan bahwa sapinya hilang.",
        "Rapat dibuka Kades M. Daud. Budi Santoso bertanya kenapa bantuan terlambat.",
        "Budi Santoso kemudian mengeluhkan jalan rusak.",
    ],
)
def test_who_complains_or_tells_of_a_loss_is_hidden(told: str) -> None:
    assert Screened(told).hides("Budi Santoso")


@pytest.mark.parametrize(
    "told",
    [
        "Kapolsek Budi Santoso bertanya kenapa laporan terlambat.",
        "Bupati Budi Santoso menyatakan rumah sakit siap.",
        "AKP Budi Santoso menyatakan motor yang dicuri telah ditemukan.",
    ],
)
def test_an_official_who_says_so_stays(told: str) -> None:
    assert Screened(told).shows("Budi Santoso")


@pytest.mark.parametrize("kind", ["pemuda", "masyarakat", "agama"])
@pytest.mark.parametrize(
    "text",
    [
        "No    Nama              Keterangan           HP\n9     Siti Aminah       Warga         -\n"
        "10    Andi Rahim        Tokoh {}         0811 4440 912\n",
        "Tokoh {} Andi Rahim menerima bantuan kursi roda.",
    ],
)
def test_a_figure_of_the_village_holds_no_office(text: str, kind: str) -> None:
    assert Screened(text.format(kind)).hides("Andi Rahim")


def test_the_chair_of_an_organisation_stays() -> None:
    assert Screened("Sambutan disampaikan Andi Rahim, ketua karang taruna.").shows("Andi Rahim")
