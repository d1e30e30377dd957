"""Number, unit, direction, deadline and baseline, as plans write them."""

import pytest

from ingest.goals.target import target

CASES = [
    # statement, value, unit, direction, deadline, baseline
    ("Antallet af borgere i tilbud skal nedbringes til 41 i 2026.", 41, "borgere", "ned", "2026", None),
    ("Antallet af lærlinge skal op fra 12 i 2023 til 30 i 2026.", 30, "lærlinge", "op", "2026", "12 i 2023"),
    ("Mindst 64 pct. af deltagerne er i job.", 64, "procent", "mindst", None, None),
    ("Højst 30 unge venter på en plads ved udgangen af 2025.", 30, "unge", "højst", "2025", None),
    ("Andelen i tilbud skal øges med 5 procentpoint i 2025.", 5, "procentpoint", "op", "2025", None),
    ("Andelen i job skal mindst op på 71 % i 2025.", 71, "procent", "mindst", "2025", None),
    ("Antallet skal falde sammenholdt med 2022.", None, None, "ned", None, "2022"),
    ("Den skal mindst være på niveau med landsgennemsnittet.", None, None, "mindst", None, "landsgennemsnit"),
    ("Andelen af langtidsledige skal ligge under landsgennemsnittet i 2024.", None, None, "ned", "2024",
     "landsgennemsnit"),
    ("Det varer i snit højst 12,5 uger, mod 14 uger i 2021.", 12.5, "uger", "højst", None, "14 uger i 2021"),
    ("Ledigheden skal ned på 2,5 pct. i 2027 (3,1 pct. i 2023).", 2.5, "procent", "ned", "2027",
     "3,1 pct. i 2023"),
    ("Fraværet må ikke stige til mere end 8 pct.", 8, "procent", "højst", None, None),
    ("8 ud af 10 jobordrer bliver besat.", 80, "procent", "mindst", None, None),
    ("Madspildet skal halveres inden udgangen af 2028.", 50, "procent", "ned", "2028", None),
    ("Ingen busser kører på diesel i 2030.", 0, "busser", "højst", "2030", None),
    ("Ansøgeren får svar inden for fem dage.", 5, "dage", "højst", None, None),
    ("20 er i job i 2025, og 35 er det i 2026.", 35, None, "mindst", "2026", None),
    ("Antallet af ledige, der har fået hjælp i mere end tre år, skal nedbringes til 60.", 60, "ledige", "ned",
     None, None),
    ("Hvert team på mere end 20 ansatte har mindst én elev i 2025.", 1, "elev", "mindst", "2025", None),
    ("Andelen i job skal øges til 70 pct. i 2025 i forhold til 61 pct. i 2022.", 70, "procent", "op", "2025",
     "61 pct. i 2022"),
    ("Antallet af langtidsledige skal nedbringes til 95 i 2025.", 95, "langtidsledige", "ned", "2025", None),
    ("Forbruget skal i forhold til 2021 reduceres med 10 pct.", 10, "procent", "ned", None, "2021"),
    ("Varigheden af et forløb skal være kortere end 15 uger.", 15, "uger", "højst", None, None),
    ("Andelen af unge uden job skal være lavere end 6 pct. i 2026.", 6, "procent", "højst", "2026", None),
    ("Ventetiden skal være under 8 uger.", 8, "uger", "højst", None, None),
    ("Ventetiden til et møde er ikke over 10 dage.", 10, "dage", "højst", None, None),
    ("Vi går efter, at andelen når op på 52 pct. i 2029.", 52, "procent", "op", "2029", None),
    ("340 af beboerne er i job, svarende til en andel på 62,5 pct.", 340, None, "mindst", None, None),
    ("45 af beboerne er i job, svarende til en andel på 62,5 pct.", 45, None, "mindst", None, None),
    ("Andelen er 61 pct. og skal op på 70.", 70, "procent", "op", None, None),
    ("Tilfredsheden fastholdes på mindst 4,5 ud af 5.", 4.5, None, "mindst", None, None),
    ("Rettidigheden skal være over 95 %.", 95, "procent", "mindst", None, None),
    ("Andelen skal i 2026 ligge på landsgennemsnittet eller derunder.", None, None, "højst", "2026", None),
    ("Færre end 60 borgere venter (2022: 94 borgere).", 60, "borgere", "højst", None, "2022: 94 borgere"),
    ("Tilgangen må i 2025 ikke være højere end i 2023.", None, None, "højst", "2025", "2023"),
    ("Varigheden forkortes fra 17,2 til 15 uger.", 15, "uger", "ned", None, "17,2"),
    ("Halvdelen er besat i 2024, og to ud af tre i 2026.", 66.7, "procent", "mindst", "2026", None),
    ("Brugerne giver os mindst 4,2 på en skala fra 1 til 5.", 4.2, None, "mindst", None, None),
    ("Alle aftaler over 500.000 kr. stiller krav om miljø.", None, None, None, None, None),
    ("Alle ledige med mere end 39 ugers ledighed får en mentor.", None, None, None, None, None),
    ("Alle medarbejdere har fået tre dages kursus inden udgangen af 2026.", None, None, None, "2026", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "unit", "direction", "deadline", "baseline"), CASES)
def test_a_statement_is_measured(
    text: str,
    value: float | None,
    unit: str | None,
    direction: str | None,
    deadline: str | None,
    baseline: str | None,
) -> None:
    found = target(text)
    got = (found.value, found.unit, found.direction, found.deadline, found.baseline)
    assert got == (value, unit, direction, deadline, baseline)


def test_the_next_sentence_may_say_where_it_began() -> None:
    found = target("Andelen skal være mindst 60 pct. i 2028.", "Den var 34 pct. i 2024.")
    assert (found.value, found.baseline) == (60, "Den var 34 pct. i 2024.")
