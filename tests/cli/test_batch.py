"""``plansvar ask --batch``: one JSON answer a line, in order, and no line lost without a word."""

import json

import pytest

LINES = [
    {
        "id": "q1",
        "question": "Hvor mange sygedagpengemodtagere har Bakkeby?",
        "answerable": True,
        "evidence": [1],
    },
    {"id": 2, "question": "Hvad får alle unge i Bakkeby?", "history": []},
    {"id": "q3", "question": "Og i Åby?", "history": ["Hvor mange sygedagpengemodtagere har Bakkeby?"]},
]


def written(lines: list[object]) -> str:
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def answers(done) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_batch_is_answered_line_by_line_in_order(run, store, tmp_path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(written(LINES), encoding="utf-8")
    done = run("ask", "--batch", file, "--json", "--store", store)
    assert (done.returncode, done.stderr) == (0, "")
    found = answers(done)
    assert [answer["id"] for answer in found] == ["q1", 2, "q3"]
    assert [answer["question"] for answer in found] == [line["question"] for line in LINES]
    assert "96" in found[0]["answer"]
    assert "412" in found[2]["answer"]
    alone = json.loads(run("ask", LINES[0]["question"], "--json", "--store", store).stdout)
    assert {**alone, "id": "q1"} == found[0]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + written(LINES[:1]),
        "\n\n" + written(LINES[:1]).replace("\n", "\r\n") + "  \n",
        written(LINES[:1]).rstrip("\n"),
        written([{**LINES[0], "note": "en linje\u2028her og\u0085her"}]),
    ],
    ids=["byte order mark", "blank lines and CRLF", "no last line end", "line separators inside a string"],
)
def test_ways_to_write_a_file(run, store, tmp_path, text) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_bytes(text.encode())
    done = run("ask", "--batch", file, "--json", "--store", store)
    assert done.returncode == 0, done.stderr
    assert [answer["id"] for answer in answers(done)] == ["q1"]


def test_a_batch_from_standard_input_and_as_text(run, store) -> None:
    done = run("ask", "--batch", "-", "--store", store, stdin=written(LINES[:1]))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(LINES[0]["question"])
    assert "96" in done.stdout


@pytest.mark.parametrize(
    "bad",
    [
        '{"id": "x", "question": ',
        '"tekst"',
        '{"id": "x"}',
        '{"question": "Hvad?"}',
        '{"id": "x", "question": 3}',
        '{"id": "x", "question": "Hvad?", "history": "før"}',
        "null",
    ],
)
def test_bad_lines_are_all_named_before_anything_is_asked(run, store, bad) -> None:
    text = written(LINES[:1]) + bad + "\n" + written(LINES[1:2]) + bad + "\n"
    done = run("ask", "--batch", "-", "--json", "--store", store, stdin=text)
    assert (done.returncode, done.stdout) == (1, "")
    assert [line.split(": ")[0] for line in done.stderr.splitlines() if line.startswith("-:")] == [
        "-:2",
        "-:4",
    ]
    assert "Traceback" not in done.stderr


def test_an_empty_file_is_an_empty_answer_and_says_so(run, store, tmp_path) -> None:
    (tmp_path / "empty.jsonl").touch()
    done = run("ask", "--batch", "empty.jsonl", "--json", "--store", store)
    assert (done.returncode, done.stdout) == (0, "")
    assert "empty.jsonl" in done.stderr


@pytest.mark.parametrize("name", ["missing.jsonl", "latin.jsonl"])
def test_a_file_that_cannot_be_read_is_named(run, store, tmp_path, name) -> None:
    (tmp_path / "latin.jsonl").write_bytes(written(LINES).replace("Å", "\xc5").encode("latin-1"))
    done = run("ask", "--batch", name, "--json", "--store", store)
    assert (done.returncode, done.stdout) == (1, "")
    assert name in done.stderr
    assert "Traceback" not in done.stderr
