"""Mails put together for the tests. All persons are invented."""

from email.message import EmailMessage

NAME, ADDRESS, NIK = "Siti Rahmah", "siti.rahmah@contoh.example", "6371034704880003"


def mail(body: str = "Isi surat.\n", *, html: str = "", **fields: str) -> EmailMessage:
    """A mail with the fields that everyone has."""
    message = EmailMessage()
    for name, value in {
        "From": f"{NAME} <{ADDRESS}>",
        "To": "Humas <humas@contoh.go.id>",
        "Subject": "Pengaduan jalan rusak",
        "Date": "Mon, 03 Mar 2025 10:11:12 +0800",
        "Message-ID": "<a1@contoh.example>",
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }.items():
        message[name] = value
    message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    return message
