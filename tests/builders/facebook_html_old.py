"""The invented person as Facebook's archive of before 2018: few pages, all messages in one of them."""

from html import escape

from tests.builders.facebook_content import Person
from tests.builders.facebook_html import Files, day


def render_old(person: Person) -> Files:
    """The archive of before 2018, which had no more than these pages; times carry their zone."""
    form = "%A, %B %d, %Y at %I:%M%p UTC"
    heading = f"<h1>{escape(person.name)}</h1>"

    def page(title: str, body: str) -> bytes:
        head = f"<html><head><title>{escape(person.name)} - {title}</title></head>"
        return f'{head}<body><div class="contents">{heading}<div>{body}</div></div></body></html>'.encode()

    threads = "".join(
        f'<div class="thread">{escape(", ".join(chat.people))}'
        + "".join(
            f'<div class="message"><div class="message_header"><span class="user">{escape(said.by)}</span>'
            f'<span class="meta">{day(said.when_ms / 1000, form)}</span></div></div><p>{escape(said.text)}</p>'
            for said in chat.said
        )
        + "</div>"
        for chat in person.chats
    )
    timeline = "".join(
        f'<p><div class="meta">{day(one.when, form)}</div>{escape(one.title or person.name + " updated his status.")}'
        f'<div class="comment">{escape(one.text)}</div></p>'
        for one in person.posts
        if one.text
    )
    lists = (("Friends", person.friends), ("Sent Friend Requests", person.requests_sent))
    friends = "".join(
        f"<h2>{title}</h2><ul>"
        + "".join(f"<li>{escape(name)} ({day(when, '%b %d, %Y')})</li>" for name, when in found)
        + "</ul>"
        for title, found in lists
    )
    rows = "".join(
        f"<tr><th>{label}</th><td>{escape(value)}</td></tr>"
        for label, value in (
            ("Current City", "Abercwmnodd"),
            ("Birthday", "March 14, 1987"),
            ("Employers", "Gwent Fire Café"),
        )
    )
    return {
        "index.htm": page("Profile", f"<table>{rows}</table>"),
        "html/messages.htm": page("Messages", threads),
        "html/timeline.htm": page("Timeline", timeline),
        "html/friends.htm": page("Friends", friends),
        "html/ads.htm": page("Ads", "<ul><li>something</li></ul>"),
    }
