"""The accuracy command counts as the corpus README says, and never shows a line of the unseen third."""

from pathlib import Path

import pytest

from privacy_audit.findings import Severity
from tests.accuracy import Score, interval, main
from tests.corpus import Line, Part, lines, part_of


def _line(required: str = "", neutral: str = "") -> Line:
    ids = (frozenset(filter(None, text.split(","))) for text in (required, neutral))
    return Line("posts", 1, "self-post", "text", *ids, Part.READ)


def test_measures() -> None:
    score = Score()
    ids = frozenset({"date-of-birth", "contact-details"})
    score.add(_line("date-of-birth"), {"date-of-birth": Severity.MEDIUM, "contact-details": Severity.MEDIUM}, ids)
    score.add(_line("date-of-birth,grievance"), {"date-of-birth": Severity.LOW}, ids)
    score.add(_line(), {"contact-details": Severity.HIGH}, ids)
    score.add(_line(neutral="contact-details"), {"contact-details": Severity.HIGH}, ids)
    score.add(_line(), {"contact-details": Severity.LOW}, ids)
    assert (score.required.total(), score.found.total(), score.found_low.total()) == (2, 1, 2)
    assert (score.harmless, score.false, score.false_low) == (3, 1, 2)
    assert (score.flagged, score.wrong) == (3, 2)


def test_intervals_hold_the_share() -> None:
    low, high = map(float, interval(7, 10).split(" to "))
    assert 0 < low < 0.7 < high < 1
    assert interval(0, 0) == "none"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    texts = [f"Born {day} June 1981, so there" for day in range(1, 29)]
    (tmp_path / "more").mkdir()
    (tmp_path / "posts.tsv").write_text("".join(f"-\tself-post\t{text}\n" for text in texts), encoding="utf-8")
    (tmp_path / "posts_neutral.tsv").write_text("1\tdate-of-birth\n", encoding="utf-8")
    (tmp_path / "more" / "mixed.tsv").write_text(
        "contact-details\tbio\tring me\tneutral=date-of-birth\n", encoding="utf-8"
    )
    return tmp_path


def test_rows_are_read_with_their_neutral_ids(corpus: Path) -> None:
    rows = list(lines(corpus))
    assert len(rows) == 29
    assert "date-of-birth" in rows[0].neutral
    assert "date-of-birth" not in rows[1].neutral
    assert (rows[-1].required, "date-of-birth" in rows[-1].neutral) == ({"contact-details"}, True)
    assert "profile-name" in rows[0].neutral  # written before that id was thought of


def test_lines_of_the_unseen_third_are_never_shown(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["--corpus", str(corpus), "--check", "date-of-birth", "--lines", "date-of-birth", "--opinion", "rules"])
        == 0
    )
    shown = capsys.readouterr().out
    parts = {part_of(row.text): row.text in shown for row in lines(corpus) if "date-of-birth" not in row.neutral}
    assert parts == {Part.READ: True, Part.DEV: True, Part.CALIBRATION: False, Part.UNSEEN: False}


def test_a_missing_corpus_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--corpus", str(tmp_path / "nowhere")]) == 2
    assert "not here" in capsys.readouterr().out
