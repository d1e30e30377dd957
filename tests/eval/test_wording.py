"""How reports write what is neither a figure nor a sentence."""

from eval.wording import Wording


def test_a_moment_is_written_as_on_the_page_with_its_zone() -> None:
    started = "2026-11-21T13:05:00+00:00"
    assert Wording("da").moment(started) == "21.11.2026 kl. 13.05 (UTC)"
    assert Wording("en").moment(started) == "2026-11-21 13:05 (UTC)"
