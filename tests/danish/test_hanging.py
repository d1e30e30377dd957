"""What a hanging hyphen leaves out is found as if it were written."""

import pytest

from ingest.danish.hanging import completed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("enten kontant- eller uddannelseshjælp", ["kontanthjælp"]),
        ("skole-, fritids- og kulturområdet", ["skoleområdet", "fritidsområdet"]),
        ("Social- samt sundhedsudvalget mødes", ["socialudvalget"]),
        ("job- og uddannelsesplaner", ["jobplaner"]),
        ("nær- og fjern", []),
        ("til job- og mere", []),
        ("en a-kasse og en kommune", []),
        ("i 2023 - og derefter ungeindsatsen", []),
    ],
)
def test_the_last_part_of_a_row_belongs_to_all_of_it(text: str, words: list[str]) -> None:
    assert list(completed(text)) == words
