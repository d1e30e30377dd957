"""CPR numbers are masked however they are written; other numbers of a plan stay."""

import pytest

from ingest.privacy import mask_cpr


@pytest.mark.parametrize(
    ("written", "masked"),
    [
        ("010190-1234", "XXXXXX-XXXX"),
        ("0101901234", "XXXXXXXXXX"),
        ("010190 1234", "XXXXXX XXXX"),
        ("010190 - 1234", "XXXXXX - XXXX"),
        ("010190–1234", "XXXXXX–XXXX"),
        ("01.01.90-1234", "XX.XX.XX-XXXX"),
        ("01-01-90-1234", "XX-XX-XX-XXXX"),
        ("01/01/1990-1234", "XX/XX/XXXX-XXXX"),
        ("010190.1234", "XXXXXX.XXXX"),
        ("610190-1234", "XXXXXX-XXXX"),
        ("cpr:311299-0001.", "cpr:XXXXXX-XXXX."),
        ("010190-1234 og 020291-4321", "XXXXXX-XXXX og XXXXXX-XXXX"),
    ],
)
def test_every_spelling_is_masked_and_keeps_its_length(written: str, masked: str) -> None:
    text, count = mask_cpr(written)
    assert text == masked
    assert count >= 1
    assert len(text) == len(written)


@pytest.mark.parametrize(
    "written",
    [
        "i 2024-2025",
        "1.615 fuldtidspersoner",
        "tlf. 44 52 70 00",
        "den 01.01.2024",
        "EAN 5798009991234",
        "410190-1234",
        "011390-1234",
        "12345678901",
        "01-01-24 2025",
        "",
    ],
)
def test_other_numbers_stay(written: str) -> None:
    assert mask_cpr(written) == (written, 0)
