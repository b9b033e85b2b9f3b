"""The same person has the same findings, whatever layout the export has."""

from dataclasses import replace
from pathlib import Path

import pytest

from checks import CHECKS
from privacy_audit.engine import audit
from privacy_audit.events import Finished
from privacy_audit.importers import IMPORTERS
from privacy_audit.intake import gather
from privacy_audit.options import AuditOptions
from privacy_audit.own_facts import OwnFacts
from tests.builders.facebook import write_export
from tests.builders.facebook_content import Comment, Layout, Post, Said
from tests.builders.facebook_person import NAME, PERSON

_CHAT = PERSON.chats[0]
SPEAKING = replace(
    PERSON,
    settings=(),  # only told since 2024
    off_meta=(),  # not told before 2019
    tagged_places=(),  # only told in the newest layout
    posts=(
        *PERSON.posts,
        Post(1_510_000_000, "So proud: I start as a firefighter with Gwent Fire and Rescue Service on Monday 🚒"),
        Post(1_510_000_100, "New number everyone, it's 07700 900123"),
        Post(1_510_000_200, "My mum's maiden name was Llewelyn-Bôn before she married"),
    ),
    comments=(*PERSON.comments, Comment(1_510_000_300, "I was born on 14 March 1987 in Llanfâr", f"{NAME} commented.")),
    chats=(
        replace(
            _CHAT,
            said=(
                Said(NAME, "We live at 2 Lôn Fâch, key is under the pot — away 3rd to 10th August", 1_510_000_400_000),
                *_CHAT.said,
            ),
        ),
        *PERSON.chats[1:],
    ),
)


def _findings(layout: Layout, folder: Path) -> list[tuple[object, ...]]:
    target = write_export(SPEAKING, layout, folder / f"{layout.name}.zip")
    intake = gather([target], IMPORTERS)
    options = AuditOptions(OwnFacts(names=(NAME,)))
    *_events, last = audit(intake.exports, CHECKS, options)
    assert isinstance(last, Finished), last
    for export in intake.exports:
        export.archive.close()
    return sorted(
        (
            finding.check,
            finding.group,
            finding.severity.name,
            finding.confidence.name,
            finding.count,
            tuple(sorted(evidence.quote.reveal() for evidence in finding.evidence)),
        )
        for finding in last.result.findings
        if finding.check != "audience-settings"
    )


@pytest.mark.parametrize("layout", [layout for layout in Layout if layout is not Layout.E])
def test_findings_agree_between_layouts(layout: Layout, tmp_path: Path) -> None:
    expected = _findings(Layout.E, tmp_path)
    assert len({finding[0] for finding in expected}) >= 4
    assert _findings(layout, tmp_path) == expected
