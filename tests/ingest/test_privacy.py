"""CPR numbers are masked however they are written; other numbers of a plan stay."""

import pytest

from ingest.privacy import mask_cpr, mask_typed


@pytest.mark.parametrize(
    ("written", "masked"),
    [
        ("010190-1234", "XXXXXX-XXXX"),
        ("0101901234", "XXXXXXXXXX"),
        ("010190 1234", "XXXXXX XXXX"),
        ("010190 - 1234", "XXXXXX - XXXX"),
        ("010190–1234", "XXXXXX–XXXX"),
        ("01.01.90-1234", "XX.XX.XX-XXXX"),
        ("1.1.90-1234", "X.X.XX-XXXX"),
        ("1/1-1990-1234", "X/X-XXXX-XXXX"),
        ("010190     1234", "XXXXXX     XXXX"),
        ("01-01-90-1234", "XX-XX-XX-XXXX"),
        ("01/01/1990-1234", "XX/XX/XXXX-XXXX"),
        ("010190.1234", "XXXXXX.XXXX"),
        ("010190\u20101234", "XXXXXX\u2010XXXX"),
        ("010190\u20121234", "XXXXXX\u2012XXXX"),
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


@pytest.mark.parametrize(
    "number",
    [
        "010190-1234",
        "0101901234",
        "010190\u00ad1234",
        "010190\u200b1234",
        "010190:1234",
        "010190, 1234",
        "010190--1234",
        "010190-12 34",
        "01 01 90 1234",
        "01-01-90 1234",
        "01.01.1990 1234",
        "01/01/90 1234",
        "０１０１９０-１２３４",
    ],
)
def test_what_a_person_types_is_masked_with_any_signs_between(number: str) -> None:
    text, count = mask_typed(f"Hvad får {number} i hjælp?")
    assert count == 1
    assert not any(char.isdigit() for char in text)


@pytest.mark.parametrize(
    "written",
    [
        "Hvad var målet i 2024 og 2025?",
        "Hvor mange af de 1.615 er på sygedagpenge?",
        "Er der åbent den 01.01.2024?",
        "Hvad skete 3. kvartal 2023 og 1. kvartal 2024",
        "ring 44 52 70 00",
    ],
)
def test_years_dates_and_other_numbers_of_a_question_stay(written: str) -> None:
    assert mask_typed(written) == (written, 0)
