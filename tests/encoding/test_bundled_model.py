"""The bundled model: small, quick, and able to tell what everyday words mean in a plan."""

import numpy as np
import pytest

import corpus
from ingest.encoder import Encoder, load_encoder
from ingest.settings import Settings

PASSAGES = [
    "Antallet af borgere, der afskediges ved større varslinger, følges af jobcentret.",
    "Sygemeldte skal støttes i at vende gradvist tilbage gennem delvis raskmelding.",
    "Kommunen understøtter virksomhedernes rekruttering af kvalificeret arbejdskraft.",
    "Unge uden ungdomsuddannelse får en fast kontaktperson i den kommunale ungeindsats.",
    "Nyankomne flygtninge begynder på danskuddannelse og virksomhedspraktik.",
    "Plejeboliger tildeles efter en samlet vurdering af den ældres funktionsevne.",
    "Udledningen af drivhusgasser fra kommunens bygninger nedbringes ved energirenovering.",
    "Cykelstier anlægges langs skolevejene for at øge trafiksikkerheden.",
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder(Settings(model=str(corpus.ROOT / "model")))


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("hvad hvis man bliver fyret", 0),
        ("kan man starte stille op igen når man har været syg", 1),
        ("hjælper i firmaerne med at finde folk", 2),
        ("teenagere der ikke går i skole", 3),
        ("hvordan laerer de nye udlændinge dansk", 4),
        ("kan min gamle mor komme på plejehjem", 5),
        ("mindre co2 fra rådhuset", 6),
        ("hvad gør i for klimaet", 6),
        ("sikker vej til skole", 7),
    ],
)
def test_everyday_words_find_the_plan_s_words(encoder: Encoder, question: str, passage: int) -> None:
    near = encoder.encode_passages(PASSAGES) @ encoder.encode_question(question)
    assert int(near.argmax()) == passage


@pytest.mark.parametrize("place", ["Odder", "Vejle Kommune", "Høje-Taastrup"])
def test_the_name_of_a_municipality_hardly_matters(encoder: Encoder, place: str) -> None:
    bare = encoder.encode_question("hjælp til folk der er blevet fyret")
    named = encoder.encode_question(f"hjælp til folk der er blevet fyret i {place}")
    assert float(bare @ named) > 0.8


def test_case_and_letters_do_not_matter(encoder: Encoder) -> None:
    one, other = (encoder.encode_question(text) for text in ("Får ældre hjælp?", "faar AELDRE hjaelp"))
    assert np.allclose(one, other)


def test_the_model_is_small() -> None:
    files = [path for path in (corpus.ROOT / "model").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 20_000_000
