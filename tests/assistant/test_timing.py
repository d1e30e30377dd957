"""Each step is told to whoever listens, in the order it is taken; an answer is the same either way."""

from __future__ import annotations

import threading

from assistant.question import Question
from assistant.timing import Step, laps, timed


def test_every_step_of_an_answer_is_heard_in_its_order(assistant):
    asked = Question("Hvor mange borgere får sygedagpenge?")
    with laps() as heard:
        answer = assistant.ask(asked)
    assert [lap.step for lap in heard] == list(Step)
    assert all(lap.seconds >= 0 for lap in heard)
    assert assistant.ask(asked) == answer


def test_what_another_thread_does_is_not_heard():
    def work() -> None:
        with timed(Step.WRITE):
            pass

    with laps() as heard:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        with laps() as inner:
            work()
        work()
    work()
    assert [len(heard), len(inner)] == [1, 1]
