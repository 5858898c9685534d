"""Planted leaks in a public text are seen."""

import pytest

from terbuka.redaction.verifier.inspect import inspect


def classes(tmp_path, data: bytes):
    path = tmp_path / "copy.txt"
    path.write_bytes(data)
    request = {
        "public": str(path),
        "secrets": [[1, "PERSON", "Siti Rahmah"], [2, "NIK", "6371034704880003"]],
        "pages": [["Pelapor datang.", "[NAMA · 17.h]"]],
        "ours": True,
    }
    answer = inspect(request, lambda done, total: None)
    return {s["class"] for check in answer["checks"] for s in check["survivors"]}


def test_clean_text_passes(tmp_path):
    assert classes(tmp_path, "Pelapor [NAMA · 17.h] datang.\n\tSelesai\r\n".encode()) == set()


@pytest.mark.parametrize(
    "text", ["Pelapor Rahmah datang", "6371 0347 0488 0003", "U2l0aSBSYWhtYWg=  siti_rahmah.pdf"]
)
def test_secret_is_found_in_any_form(tmp_path, text):
    assert "text" in classes(tmp_path, text.encode())


@pytest.mark.parametrize(
    "character", ["\u200b", "\u202e", "\u0007", "\u2060", "\ufe01", "\U000e0144", "\u3164"]
)
def test_invisible_characters_are_named(tmp_path, character):
    assert classes(tmp_path, f"Pelapor{character} datang".encode()) == {"hidden-text"}
