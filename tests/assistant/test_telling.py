"""What layout leaves in a plan's words is not told."""

from __future__ import annotations

import pytest

from assistant.telling import plain


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("I hele landet var det 4,8 pct.3", "I hele landet var det 4,8 pct."),
        (
            "Det gælder hver tredje borger.12 Flere er\nundervejs.",
            "Det gælder hver tredje borger. Flere er undervejs.",
        ),
        ("• Der er åbent fra kl.14 til kl.16", "Der er åbent fra kl.14 til kl.16"),
        ("Se lovens stk.2 og kap.4 om det", "Se lovens stk.2 og kap.4 om det"),
        ("Vi mødes den 3.12.2024", "Vi mødes den 3.12.2024"),
        ("Prisen er 1.200 kr.", "Prisen er 1.200 kr."),
    ],
)
def test_numbers_of_footnotes_are_left_out(written: str, told: str) -> None:
    assert plain(written) == told
