"""Workplace: Facebook's export with other addresses, told apart from it."""

from pathlib import Path

import pytest

from privacy_audit.archive import open_archive
from privacy_audit.claims import claims
from privacy_audit.importers import facebook
from privacy_audit.importers.workplace import IMPORTER
from privacy_audit.importing import Holder, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import Record
from tests.builders.facebook import render
from tests.builders.facebook_content import Layout
from tests.builders.facebook_person import NAME, PERSON
from tests.builders.reading import counts, problems, read_export
from tests.builders.variants import Files, as_zip

_PROFILES = ("https://www.facebook.com", "https:\\/\\/www.facebook.com")


def _at_work(layout: Layout) -> Files:
    """The invented person's export as an employer's network would give it."""
    files = dict(render(PERSON, layout))
    path = next(path for path in files if path.endswith("profile_information/profile_information.json"))
    for address in _PROFILES:
        files[path] = files[path].replace(address.encode(), address.replace("www.facebook", "my.workplace").encode())
    assert b"workplace.com" in files[path]
    return files


@pytest.mark.parametrize("layout", [layout for layout in Layout if "HTML" not in layout.name.upper()])
def test_the_same_comes_out_as_of_facebook(layout: Layout, tmp_path: Path) -> None:
    items = read_export(IMPORTER, _at_work(layout), tmp_path)
    same = read_export(facebook.IMPORTER, render(PERSON, layout), tmp_path, "facebook.zip")
    assert counts(items) == counts(same)
    assert len(problems(items)) == len(problems(same))
    assert next(item.names for item in items if isinstance(item, Holder))[0] == NAME


def test_every_source_names_workplace(tmp_path: Path) -> None:
    items = read_export(IMPORTER, _at_work(Layout.E), tmp_path)
    sources = {item.source.importer for item in items if isinstance(item, Record | ReadProblem)}
    sources |= {
        item.passage(n).source.importer for item in items if isinstance(item, TextBatch) for n in range(len(item.texts))
    }
    assert sources == {"workplace"}
    assert not [item for item in items if isinstance(item, MemberNote) and item.fate.value == "unknown"]


@pytest.mark.parametrize("layout", [Layout.E, Layout.C])
@pytest.mark.parametrize("name", ["export.zip", "facebook-me-2024-03-14-x.zip"])
def test_workplace_goes_before_facebook_for_its_own_addresses_alone(layout: Layout, name: str, tmp_path: Path) -> None:
    importers = (facebook.IMPORTER, IMPORTER)
    at_work = claims(open_archive([as_zip(_at_work(layout), tmp_path / name)]), importers)
    assert [claim.importer.id for claim in at_work] == ["workplace", "facebook"]
    posts = next(path for path in render(PERSON, layout) if "posts/your_posts" in path)
    private = dict(render(PERSON, layout))
    private[posts] = private[posts].replace(b"allotment", b"https://workplace.com/groups/1", 1)
    own = claims(open_archive([as_zip(private, tmp_path / f"own-{name}")]), importers)
    assert [claim.importer.id for claim in own] == ["facebook"]


def test_a_part_is_known_by_its_name(tmp_path: Path) -> None:
    files = {path: data for path, data in render(PERSON, Layout.E).items() if "/messages/" in path}
    archive = open_archive([as_zip(files, tmp_path / "workplace-someone-2026-01-31-x.zip")])
    found = claims(archive, (facebook.IMPORTER, IMPORTER))
    assert found[0].importer.id == "workplace"
    assert "employer" in found[0].recognition.advice
    assert any(isinstance(item, TextBatch) for item in IMPORTER.read(archive, ReadOptions()))
