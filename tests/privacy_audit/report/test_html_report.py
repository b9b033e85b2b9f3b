"""The HTML report: one page that asks for nothing, holds no foreign markup, and can be read out aloud."""

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit.remedies import load_remedies
from privacy_audit.report.html_report import _link, as_html
from privacy_audit.result import Ownership
from tests.builders import told_result

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Every tag with its attributes, the words by tag, and whether each tag is closed in turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.headings: list[int] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page(**options: bool) -> Page:
    return Page(as_html(told_result.result(), told_result.shelf(), **options))


ALLOWED = {"html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "article"} | {
    "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "a", "q", "mark", "span", "br", "details",
    "summary", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def test_only_our_own_tags_and_attributes_stand_in_it() -> None:
    found = page(show_words=True)
    assert {tag for tag, _ in found.tags} <= ALLOWED
    attributes = {name for _, attributes in found.tags for name in attributes}
    assert attributes <= {
        "lang", "charset", "http-equiv", "content", "name", "class", "id", "aria-labelledby", "aria-hidden", "href",
        "rel", "scope",
    }  # fmt: skip
    assert len(found.all("h1")) == 1


def test_it_asks_for_nothing_from_outside() -> None:
    html = as_html(told_result.result(), told_result.shelf(), show_words=True)
    policy = next(m["content"] for m in Page(html).all("meta") if m.get("http-equiv"))
    style = html[html.index("<style>") + 7 : html.index("</style>")]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style
    assert "@import" not in style


def test_links_go_to_its_own_places_or_to_sites_that_remedies_name() -> None:
    links = [str(link["href"]) for link in page(show_words=True).all("a")]
    assert "https://www.facebook.com/me" in links
    ids = {attributes["id"] for _, attributes in page().tags if "id" in attributes}
    assert all(link.startswith("https://www.facebook.com/") or link.removeprefix("#") in ids for link in links)


LINKS = [
    ("https://www.facebook.com/me", True),
    ("https://accountscenter.facebook.com/info", True),
    ("http://www.facebook.com/me", False),
    ("javascript:alert(1)", False),
    ("https://facebook.com.example.org/", False),
    ("https://notfacebook.com/", False),
    ("https://www.facebook.com@example.org/", False),
    ("data:text/html,hello", False),
    ("", False),
]


@pytest.mark.parametrize(("address", "allowed"), LINKS)
def test_links_by_list(address: str, allowed: bool) -> None:
    assert _link(address).startswith("<a ") is allowed


def test_every_link_of_every_remedy_is_on_the_list() -> None:
    links = {step.link for remedy in load_remedies() for step in remedy.steps if step.link}
    assert links
    assert [link for link in links if not _link(link).startswith("<a ")] == []


def test_headings_go_down_one_step_at_a_time() -> None:
    found = page()
    assert found.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(found.headings, found.headings[1:], strict=False))
    assert found.all("html")[0]["lang"] == "en-GB"


def test_it_is_masked_unless_asked_for() -> None:
    masked = as_html(told_result.result(), told_result.shelf())
    assert "quokka" not in masked
    assert "your_posts_1.json" not in masked
    assert "quokka" in as_html(told_result.result(), told_result.shelf(), show_words=True)


def test_hidden_marks_are_written_out() -> None:
    html = as_html(told_result.result(), told_result.shelf(), show_words=True)
    assert "[U+202E]" in html
    assert "[U+001B]" in html
    assert told_result.steering(html) == []


def test_the_head_says_whose_it_is() -> None:
    assert "The report is made by and for that person alone" in as_html(told_result.result(), told_result.shelf())
    confirmed = as_html(told_result.result(Ownership.CONFIRMED), told_result.shelf())
    assert "Made by and for Gareth Pugsley" in confirmed


def test_nothing_found_is_never_called_clean() -> None:
    words = " ".join(Page(as_html(told_result.result(found=()), told_result.shelf())).words)
    assert "does not mean that nothing is there" in words


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(-3, 90), st.integers(-3, 90)), max_size=3))
@settings(max_examples=60, deadline=None)
def test_any_words_leave_the_page_whole(text: str, spans: list[tuple[int, int]]) -> None:
    finding = replace(told_result.birthday(), evidence=(told_result.evidence(text, *spans),), count=1)
    html = as_html(told_result.result(found=(finding,)), told_result.shelf(), show_words=True)
    assert {tag for tag, _ in Page(html).tags} <= ALLOWED


def test_the_joined_picture_links_to_the_findings() -> None:
    told = Page(as_html(told_result.result(Ownership.CONFIRMED), told_result.shelf()))
    words = " ".join(" ".join(told.words).split())
    assert "What a stranger could piece together" in words and "Wait for you & co" in words
    assert {link["href"] for link in told.all("a")} >= {"#f1"}
    held = " ".join(page().words)
    assert "held back until you confirm" in held and "Wait for you" not in held
