"""Invented persons and harmless sentences, drawn from a seed. Nobody here is real."""

from dataclasses import dataclass
from random import Random

_GIVEN = ("Ratnasari", "Bambang", "Lestari", "Gunawan", "Kartika", "Suprapto", "Wulandari", "Hendrawan")
_FAMILY = ("Pranoto", "Kusumah", "Wijayanti", "Sasmito", "Mulyadi", "Hartawan", "Nugrahini", "Sulistyo")
_SENTENCES = (
    "Laporan ini memuat kegiatan pelayanan informasi selama satu tahun.",
    "Ruang pelayanan dibuka setiap hari kerja mulai pukul delapan pagi.",
    "Permohonan dicatat dalam buku register dan dijawab paling lambat sepuluh hari.",
    "Anggaran kegiatan dipakai untuk pengadaan lemari arsip dan meja kerja.",
    "Rapat bulanan membahas perbaikan layanan dan jadwal piket petugas.",
    "Semua keluhan ditindaklanjuti sesuai dengan peraturan yang berlaku.",
    "Daftar informasi publik diperbarui dua kali dalam setahun.",
    "Petugas jaga wajib mengisi daftar hadir sebelum memulai pelayanan.",
    "Kendaraan dinas dirawat secara berkala di bengkel yang ditunjuk.",
    "Hasil survei menunjukkan bahwa waktu tunggu makin pendek.",
    "Dokumen yang telah selesai disimpan di ruang arsip lantai dua.",
    "Papan pengumuman dipasang di depan pintu masuk gedung utama.",
)


@dataclass(frozen=True, slots=True)
class Person:
    """``nik``: sixteen digits with a birth date in the middle, as they are given out."""

    name: str
    nik: str
    phone: str

    @property
    def sentence(self) -> str:
        """A line that tells of the person as a report does; screening finds name and number."""
        return f"Pelapor Sdri. {self.name}, NIK {self.nik}, hadir memberi keterangan."

    @property
    def secrets(self) -> tuple[str, ...]:
        return (self.name, self.nik)


def person(seed: Random) -> Person:
    """One invented person."""
    name = f"{seed.choice(_GIVEN)} {seed.choice(_FAMILY)}"
    day, month, year = seed.randint(41, 71), seed.randint(1, 12), seed.randint(70, 99)
    nik = f"63710{seed.randint(1, 5)}{day:02}{month:02}{year:02}{seed.randint(1, 9999):04}"
    return Person(name, nik, f"0812{seed.randint(10_000_000, 99_999_999)}")


def sentences(seed: Random, count: int = 6) -> list[str]:
    """Different lines in which nothing has to be hidden."""
    return seed.sample(_SENTENCES, count)


def words(lines: list[str]) -> tuple[str, ...]:
    """The words of lines, as ``Planted.kept`` wants them."""
    return tuple(word for line in lines for word in line.split())
