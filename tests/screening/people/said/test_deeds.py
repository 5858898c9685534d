"""Who is said to be arrested, accused or harmed is hidden whatever the rank (policy, rules 3 and 8)."""

import pytest

from tests.screening.screened import Screened


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Oknum polisi Bripka Doni Saputra ditangkap karena sabu.", ["Doni Saputra"]),
        ("Oknum polisi Bripka Doni Saputra diperiksa.", ["Doni Saputra"]),
        ("Bripka Rudi Hartono dan Aiptu Agus Salim ditangkap Propam.", ["Rudi Hartono", "Agus Salim"]),
        ("Camat Rudi Hartono akhirnya ditahan kejaksaan.", ["Rudi Hartono"]),
        ("Lurah Bae Rudi Hartono (45) diduga menggelapkan dana bansos.", ["Rudi Hartono"]),
        ("Propam menangkap Bripka Rudi Hartono di rumahnya.", ["Rudi Hartono"]),
        ("Guru olahraga SMPN 1, Pak Heru Setiawan, diduga mencabuli siswinya.", ["Heru Setiawan"]),
        ("Tersangka oknum Kades Jumri dan Sekdes Agus Salim diperiksa.", ["Jumri", "Agus Salim"]),
        ("Tersangka oknum Kades Jumri dan bendahara desa Siti Aminah (38) diperiksa.", ["Siti Aminah"]),
        ("Pelapor dianiaya oleh Bripka Rudi Hartono di kantor.", ["Rudi Hartono"]),
        ("Korban dipukul suaminya, Kapten Inf. Seno Pratama.", ["Seno Pratama"]),
        ("Korban mengalami pelecehan oleh atasannya Kompol Rudi Hartono.", ["Rudi Hartono"]),
        ("Kepala sekolah SDN 2, Bu Ratna, dirampok di rumahnya. Ratna luka.", ["Ratna"]),
        ("Bripka Rudi Hartono, anggota Polsek Bae, ditusuk orang tak dikenal.", ["Rudi Hartono"]),
        ("Pelaku menusuk Bripka Rudi Hartono di pasar.", ["Rudi Hartono"]),
        ("Kasus penganiayaan terhadap Bripka Rudi Hartono disidangkan.", ["Rudi Hartono"]),
        ("Sdr. Tigor Lumbanraja melapor ke Polsek Bae.", ["Tigor Lumbanraja"]),
        ("Barang itu dijual oleh Tigor Lumbanraja di pasar.", ["Tigor Lumbanraja"]),
        ("Saksi mahkota Kombes Pol Hendra Wijaya hadir.", ["Hendra Wijaya"]),
        ("Briptu Rudi Hartono diadukan istrinya karena berselingkuh.", ["Rudi Hartono"]),
        ("Kapolsek AKP Rudi Hartono dilaporkan ke Propam oleh warga.", ["Rudi Hartono"]),
        ("Camat Rudi Hartono digugat cerai istrinya.", ["Rudi Hartono"]),
        ("Aiptu Rudi Hartono terlibat perkelahian di kafe.", ["Rudi Hartono"]),
        ("Bripka Rudi Hartono positif sabu.", ["Rudi Hartono"]),
    ],
)
def test_an_officer_who_did_or_suffered_a_crime_is_hidden(told: str, names: list[str]) -> None:
    screened = Screened(told)
    assert [name for name in names if not screened.hides(name)] == []


@pytest.mark.parametrize(
    "told",
    [
        "Kasat Reskrim AKP Rudi Hartono menangkap Bejo Santoso.",
        "Pelaku ditangkap oleh Bripka Rudi Hartono di pasar.",
        "Tersangka ditangkap anggota Polsek Bae, Bripka Rudi Hartono, di pasar.",
        "Bripka Rudi Hartono menerangkan bahwa Bejo ditangkap di pasar.",
        "Menurut Kasat Reskrim AKP Rudi Hartono, pelaku ditahan.",
        "Kapolres AKBP Rudi Hartono, S.I.K., menjelaskan tersangka ditahan di rutan.",
        "Pelaku berhasil diamankan tim yang dipimpin AKP Rudi Hartono.",
        "Pengungkapan kasus penipuan oleh AKP Rudi Hartono berjalan cepat.",
        "Kapolsek AKP Rudi Hartono menyebut korban ditusuk.",
        "Kapolres AKBP Rudi Hartono mencuri perhatian warga.",
        "Kunjungan Bupati Rudi Hartono diamankan 200 personel.",
        "AKP Rudi Hartono melapor kepada Kapolres tentang hasil apel.",
        "Kepala puskesmas dr. Rudi Hartono sudah melapor ke Dinkes.",
        "Berkas dijemput petugas Rudi Hartono pukul 11.10.",
        "Tamu dijemput Bupati Rudi Hartono di bandara.",
        "Kata Kapolres AKBP Rudi Hartono, ditangkap dua pelaku.",
        "Kapolres AKBP Rudi Hartono terlibat langsung dalam kegiatan itu.",
        "AKP Rudi Hartono dilaporkan hadir di Polres.",
        "AKP Rudi Hartono menyebut kehilangan itu dilaporkan ke Polsek.",
    ],
)
def test_an_officer_who_arrests_or_tells_of_it_stays(told: str) -> None:
    assert Screened(told).shows("Rudi Hartono")


def test_the_deed_is_no_part_of_a_name() -> None:
    screened = Screened("Guru mengaji Ustaz Maksum mencabuli santri. Ustaz Maksum ditahan.")
    assert screened.hides("Maksum")
    assert screened.shows("mencabuli")
    assert screened.shows("ditahan")


def test_a_row_of_a_table_tells_no_deed_of_its_neighbour() -> None:
    text = "No | Petugas | Hasil\n1 | AKP Rudi Hartono | ditangkap dua pelaku\n"
    assert Screened(text).shows("Rudi Hartono")


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Pdt. Markus Tandi menampung pelaku di rumahnya.", "Markus Tandi"),
        ("KH Salman Siregar diduga menyembunyikan dua orang buronan.", "Salman Siregar"),
        ("Korban menyebut pelaku guru ngajinya, Ust. Hamdan.", "Hamdan"),
        ("Pelaku adalah guru ngajinya, Ustaz Hamdan.", "Hamdan"),
        ("Ustaz Hamdan mengajak santri ke kamarnya lalu mencabuli korban.", "Hamdan"),
    ],
)
def test_clergy_who_harbour_or_are_accused_are_hidden(told: str, name: str) -> None:
    assert Screened(told).hides(name)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Doa dipimpin Pdt. Markus Tandi.", "Markus Tandi"),
        ("Acara ditutup doa oleh Ust. Hamdan.", "Hamdan"),
        ("Ustaz Hamdan menasihati santri yang mencuri lalu memukul temannya.", "Hamdan"),
        ("KH Salman Siregar mengatakan warga masuk lalu mencuri.", "Salman Siregar"),
        ("Kegiatan dibuka guru ngajinya, Ust. Hamdan Ali.", "Hamdan Ali"),
    ],
)
def test_clergy_who_lead_in_public_stay(told: str, name: str) -> None:
    assert Screened(told).shows(name)
