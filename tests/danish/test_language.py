import pytest

from ingest.danish.language import is_english


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What is the target for young people in Herlev?", True),
        ("How many refugees does Køge expect?", True),
        ("Which municipalities work with small jobs?", True),
        ("sick leave target", True),
        ("Hvad er målet for unge i Herlev?", False),
        ("Og i Køge?", False),
        ("jobcenter mentor", False),
        ("Hvilke job i team IPS?", False),
        ("", False),
        ("sick leave Herlev", True),
        ("climate plan", True),
        ("kontanthjælp recipients in Køge", True),
        ("Herlev?", False),
        ("hotel job", False),
        ("budget for unge 2024", False),
        ("sport for børn", False),
        ("min plan", False),
        ("over 65", False),
        ("telefonhjælp corona", False),
    ],
)
def test_english_questions_are_told(text: str, expected: bool) -> None:
    assert is_english(text) is expected
