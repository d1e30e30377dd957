from ingest.danish.analysis import analyse


def test_one_call_gives_stems_parts_and_folded_words() -> None:
    found = analyse("Mentorer hjælper unge. Unge på virksomhedspraktik i Hilleroed.")
    assert found.stems["ung"] == 2
    assert found.parts["praktik"] == 1
    assert found.folded["hillerød"] == 1
    assert found.length == 8


def test_an_empty_text_has_no_terms() -> None:
    assert analyse("").length == 0
