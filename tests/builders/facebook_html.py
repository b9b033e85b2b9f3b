"""The invented person as Facebook's HTML export: the markup of 2021 and later, of 2018 to 2021, and the old archive.

Dates are written in UTC with seconds, so that what is read can be compared with what JSON tells.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from tests.builders.facebook_content import Chat, Layout, Person, Picture, Post, Said, Spot
from tests.builders.facebook_records import media_path

Files = dict[str, bytes]
_AT = 1_600_000_000
_PICTURE = b"\xff\xd8\xff\xe0 no picture"


@dataclass(frozen=True)
class Markup:
    """The obfuscated classes of a generation, and the folders of its layout."""

    record: str
    heading: str
    body: str
    date: str
    activity: str
    connections: str


MODERN = Markup(
    "pam _3-95 _2ph- _a6-g uiBoxWhite noborder",
    "_2ph_ _a6-h _a6-i",
    "_2ph_ _a6-p",
    "_a72d",
    "your_facebook_activity/",
    "connections/friends/",
)
MIDDLE = Markup(
    "pam _3-95 _2ph- _2lej uiBoxWhite noborder",
    "_3-96 _2pio _2lek _2lel",
    "_3-96 _2let",
    "_3-94 _2lem",
    "",
    "friends/",
)


def day(seconds: float, form: str = "%b %d, %Y %I:%M:%S %p") -> str:
    text = datetime.fromtimestamp(seconds, UTC).strftime(form)
    return text.replace("AM", "am").replace("PM", "pm")


def document(title: str, body: str, top: str = "") -> bytes:
    head = f'<html><head><meta charset="UTF-8"><title>{escape(title)}</title><style>.x{{color:red}}</style></head>'
    inner = f'<div class="_a705"><div class="_a70e">{top or escape(title)}</div>{body}</div>'
    return f"<!DOCTYPE html>{head}<body>{inner}</body></html>".encode()


def record(markup: Markup, heading: str, body: str, date: float | None) -> str:
    head = f'<div class="{markup.heading}">{escape(heading)}</div>' if heading else ""
    foot = f'<div class="_3-94 _a6-o"><div class="{markup.date}">{day(date)}</div></div>' if date else ""
    return f'<div class="{markup.record}">{head}<div class="{markup.body}"><div>{body}</div></div>{foot}</div>'


def leaf(text: str) -> str:
    return f'<div class="_2pin"><div>{escape(text)}</div></div>' if text else ""


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Labels and values; a value that is markup already goes in as it is."""
    cells = "".join(
        f'<tr><td class="_2pin _a6_q">{escape(label)}</td><td class="_2pin _2piu _a6_r">'
        f"{value if value.startswith('<') else escape(value)}</td></tr>"
        for label, value in rows
        if value
    )
    return f'<table style="table-layout: fixed;">{cells}</table>'


def wide(label: str, value: str) -> str:
    inner = value if value.startswith("<") else f"<div><div>{escape(value)}</div></div>"
    return f'<tr><td colspan="2" class="_2pin _a6_q">{escape(label)}{inner}</td></tr>'


def picture(found: Picture) -> str:
    uri = escape(media_path(found, Layout.E))
    film = found.name.endswith(".mp4")
    shown = (
        f'<video src="{uri}" controls="1"></video>' if film else f'<a href="{uri}"><img src="{uri}" class="_a6_o"/></a>'
    )
    rows = [("Upload IP address", found.upload_ip), ("Taken", day(found.taken) if found.taken else "")]
    if found.at:
        rows += [("Latitude", str(found.at[0])), ("Longitude", str(found.at[1]))]
    if found.camera[0]:
        rows += [("Camera make", found.camera[0]), ("Camera model", found.camera[1])]
    rows.append(("Uploaded", day(found.uploaded)))
    remarks = table((author, words) for author, words, _when in found.remarks) if found.remarks else ""
    caption = f'<div class="_3-95">{escape(found.caption)}</div>' if found.caption else ""
    return f"<div>{shown}{caption}<div>{table(rows)}</div>{remarks}</div>"


def place(spot: Spot) -> str:
    return f"{leaf(f'Place: {spot.name} ({spot.at[0]}, {spot.at[1]})')}{leaf(f'Address: {spot.address}')}"


def post(markup: Markup, found: Post) -> str:
    parts = [leaf(found.text)]
    if found.text:
        parts.append(leaf(f"Updated {day(found.when)}"))
    if found.place:
        parts.append(place(found.place))
    if found.link:
        parts.append(f'<div><div><a href="{found.link[1]}">{escape(found.link[0])}</a></div></div>')
    if found.event:
        parts.append(table([("Event", found.event[0])]))
    parts.append(leaf(found.life_event))
    if found.poll:
        parts += [leaf(found.poll[0]), *(leaf(option) for option in found.poll[1])]
    if found.sale:
        parts += [leaf(found.sale[0]), leaf(found.sale[1])]
    if found.picture:
        parts.append(picture(found.picture))
    return record(markup, found.title, "".join(parts), found.when)


def posts(markup: Markup, found: Iterable[Post]) -> str:
    return "".join(post(markup, one) for one in found)


def pictures(markup: Markup, found: Iterable[Picture]) -> str:
    return "".join(record(markup, "", picture(one), None) for one in found)


def point(spot: Spot) -> tuple[str, str]:
    return "Coordinates", f"({spot.at[0]} , {spot.at[1]})"


def named(markup: Markup, items: Iterable[tuple[str, float]]) -> str:
    return "".join(record(markup, name, "", when) for name, when in items)


def profile_rows(person: Person) -> Iterator[str]:
    """A row for each field that the invented profile has, labelled as the English export words it."""
    fields = person.profile
    name, status = fields["name"], fields["relationship"]
    born = datetime(*(fields["birthday"][part] for part in ("year", "month", "day")), tzinfo=UTC)
    yield wide("Name", table([("Full name", name["full_name"]), ("First name", name["first_name"])]))
    yield wide("Birthday", day(born.timestamp(), "%b %d, %Y"))
    yield wide(
        "Relationship",
        table([("Status", status["status"]), ("Partner", status["partner"]), ("Anniversary", "Jun 21, 2014")]),
    )
    yield wide("Blood info", table([("Blood donor status", fields["blood_info"]["blood_donor_status"])]))
    yield wide("Phone numbers", table([("Mobile", fields["phone_numbers"][0]["phone_number"])]))
    yield wide("Registration date", day(fields["registration_timestamp"]))
    address = fields["profile_uri"]
    yield wide("Profile URI", f'<div><div><a href="{address}">{address}</a></div></div>')
    yield from (wide(label, value) for label, value in _plain_fields(person))
    yield from (wide(label, table(rows)) for label, rows in _field_tables(person))


def _plain_fields(person: Person) -> Iterator[tuple[str, str]]:
    fields = person.profile
    yield from (("Emails", value) for value in fields["emails"]["emails"])
    yield from (("Previous emails", value) for value in fields["emails"]["previous_emails"])
    yield "Gender", fields["gender"]["gender_option"]
    for label, key in (
        ("Previous names", "previous_names"),
        ("Other names", "other_names"),
        ("Languages", "languages"),
    ):
        yield from ((label, item["name"]) for item in fields[key])
    yield "Current city", fields["current_city"]["name"]
    yield "Hometown", fields["hometown"]["name"]
    yield "Interested in", fields["interested_in"][0]
    yield from (("Websites", item["address"]) for item in fields["websites"])
    yield "Username", fields["username"]
    yield "Intro bio", fields["intro_bio"]["text"]
    yield "Favourite quotes", fields["favorite_quotes"]["text"]
    yield "Religious view", fields["religious_view"]["name"]
    yield "Political view", fields["political_view"]["name"]
    yield "Music", fields["pages"][0]["pages"][0]


def _field_tables(person: Person) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    fields = person.profile
    for item in fields["previous_relationships"]:
        yield "Previous relationships", [("Name", item["name"])]
    for item in fields["family_members"]:
        yield "Family members", [("Name", item["name"]), ("Relation", item["relation"])]
    for item in fields["education_experiences"]:
        rows = [("Name", item["name"]), ("School type", item["school_type"])]
        rows += [("Concentrations", item["concentrations"][0]), ("Start date", "Jan 01, 2001")]
        yield "Education experiences", rows
    for item in fields["work_experiences"]:
        rows = [("Employer", item["employer"]), ("Title", item["title"]), ("Location", item["location"])]
        yield "Work experiences", [*rows, ("Description", item["description"]), ("Start date", "Jan 01, 2014")]


def message(markup: Markup, said: Said, chat: Chat) -> str:
    where = f"{markup.activity}messages/{chat.folder}/{chat.slug}/photos"
    parts = ["<div></div>", f"<div>{escape(said.text)}</div>" if said.text else "<div></div>"]
    for name in said.pictures:
        parts.append(f'<div><a href="{where}/{name}"><img src="{where}/{name}" class="_a6_o _3-96"/></a></div>')
    if said.link:
        parts.append(f'<div><a href="{escape(said.link)}">{escape(said.link)}</a></div>')
    parts.append('<ul class="_a6-q"><li><span>\N{HEAVY BLACK HEART}Somebody (May 02, 2011)</span></li></ul>')
    return record(markup, said.by, "".join(parts), said.when_ms / 1000)


def chats(markup: Markup, found: Sequence[Chat]) -> Files:
    files: Files = {}
    for chat in found:
        names = ", ".join(chat.people[:-1]) + f" and {chat.people[-1]}"
        size = -(-len(chat.said) // chat.files)
        for number in range(chat.files):
            part = chat.said[number * size : (number + 1) * size]
            body = "".join(message(markup, one, chat) for one in part)
            path = f"{markup.activity}messages/{chat.folder}/{chat.slug}/message_{number + 1}.html"
            top = f'{escape(chat.title)}<div class="_3b0d">Participants: {escape(names)}</div>'
            files[path] = document(chat.title, body, top)
        for said in chat.said:
            for name in said.pictures:
                files[f"{markup.activity}messages/{chat.folder}/{chat.slug}/photos/{name}"] = _PICTURE
    return files


def render_html(person: Person, markup: Markup = MODERN) -> Files:
    """Every page of the export by its path, with the pictures that pages point to."""
    files = {path: document(path.rpartition("/")[2], body) for path, body in _pages(person, markup).items() if body}
    for name, words, found in person.albums:
        body = record(markup, "", leaf(words), None) + pictures(markup, found)
        files[f"{markup.activity}posts/album/0.html"] = document(name, body)
    files |= chats(markup, person.chats)
    posted = [one.picture for one in person.posts if one.picture]
    albums = [one for _name, _words, found in person.albums for one in found]
    for one in (*posted, *albums, *person.loose_photos, *person.videos, *person.stories):
        files[media_path(one, Layout.E)] = _PICTURE
    return files


def _pages(person: Person, markup: Markup) -> dict[str, str]:
    return {**_people(person, markup), **_activity(person, markup), **_traces(person, markup)}


def _people(person: Person, markup: Markup) -> dict[str, str]:
    friends, activity = markup.connections, markup.activity
    modern = markup is MODERN
    profile = f"{'personal_information/' if modern else ''}profile_information/"
    rows = "".join(profile_rows(person))
    contacts = [
        record(markup, name, "".join(leaf(point) for point in points), when) for name, points, when in person.contacts
    ]
    return {
        f"{profile}profile_information.html": record(markup, "", f"<table>{rows}</table>", None),
        f"{profile}profile_update_history.html": named(markup, person.profile_updates),
        f"{friends}{'your_' if modern else ''}friends.html": named(markup, person.friends),
        f"{friends}received_friend_requests.html": named(markup, person.requests_received),
        f"{friends}sent_friend_requests.html": named(markup, person.requests_sent),
        f"{friends}rejected_friend_requests.html": named(markup, person.requests_rejected),
        f"{friends}removed_friends.html": named(markup, person.removed_friends),
        "connections/followers/who_you_ve_followed.html": named(markup, person.following),
        "connections/followers/people_who_followed_you.html": named(markup, person.followers),
        "personal_information/other_personal_information/your_address_books.html": "".join(contacts),
        f"{activity}pages/pages_you_ve_liked.html": named(markup, person.pages_liked),
        f"{activity}pages/pages_and_profiles_you_follow.html": named(markup, person.pages_followed),
        f"{activity}pages/your_pages.html": named(markup, person.pages_run),
        f"{activity}groups/your_group_membership_activity.html": _groups(person, markup),
        f"{activity}groups/your_groups.html": named(markup, person.groups_run),
    }


def _groups(person: Person, markup: Markup) -> str:
    joined = (
        record(markup, f"You became a member of {name}.", leaf(name), when) for name, when in person.groups_joined
    )
    return "".join(joined) + named(markup, person.groups_left)


def _activity(person: Person, markup: Markup) -> dict[str, str]:
    activity = markup.activity
    stories = (record(markup, f"{person.name} added to a story.", picture(one), one.uploaded) for one in person.stories)
    hosted = (
        record(markup, name, place(spot) + leaf(words), start) for name, start, spot, words in person.events_hosted
    )
    answered = (*person.events_joined, *person.events_declined)
    reactions = (
        record(markup, title, f'<img src="icons/{kind.lower()}.png"/>', when) for title, kind, when in person.reactions
    )
    comments = (record(markup, one.title, leaf(one.text), one.when) for one in person.comments)
    in_groups = (
        record(
            markup,
            one.title,
            f'{leaf(one.text)}<div class="_3-95"><span class="_a6_m">Group: </span>{escape(one.group)}</div>',
            one.when,
        )
        for one in person.group_comments
    )
    texts = {"edits_you_made_to_posts": person.edits, "posts_on_other_pages_and_profiles": person.elsewhere}
    return {
        f"{activity}posts/your_posts__check_ins__photos_and_videos_1.html": posts(markup, person.posts),
        f"{activity}posts/other_people_s_posts_to_your_timeline.html": "".join(
            post(markup, one) for one in person.others_posts
        ),
        f"{activity}posts/your_uncategorized_photos.html": "".join(
            record(markup, "", picture(one), None) for one in person.loose_photos
        ),
        f"{activity}posts/your_videos.html": "".join(record(markup, "", picture(one), None) for one in person.videos),
        f"{activity}stories/archived_stories.html": "".join(stories),
        f"{activity}comments_and_reactions/comments.html": "".join(comments),
        f"{activity}comments_and_reactions/likes_and_reactions_1.html": "".join(reactions),
        f"{activity}groups/group_posts_and_comments.html": posts(markup, person.group_posts),
        f"{activity}groups/your_comments_in_groups.html": "".join(in_groups),
        f"{activity}groups/your_answers_to_membership_questions.html": "".join(
            record(markup, group, table([(question, answer)]), None) for group, question, answer in person.answers
        ),
        f"{activity}events/your_events.html": "".join(hosted),
        f"{activity}events/event_invitations.html": named(markup, person.events_invited),
        f"{activity}events/your_event_responses.html": named(markup, answered),
        **{
            f"{activity}posts/{stem}.html": "".join(record(markup, "", leaf(text), when) for text, when in items)
            for stem, items in texts.items()
        },
    }


def told(markup: Markup, rows: Sequence[tuple[str, str]], when: float | None = None) -> str:
    return record(markup, "", table(rows), when)


def _traces(person: Person, markup: Markup) -> dict[str, str]:
    security = "security_and_login_information"
    activity = markup.activity
    logins = (
        record(markup, action, table([("IP address", ip), ("Browser", browser), ("City", city)]), when)
        for action, when, ip, browser, city in person.logins
    )
    sessions = (
        told(
            markup, [("Created", day(when)), ("IP address", ip), ("Browser", browser), ("Device", kind), ("City", city)]
        )
        for when, ip, browser, kind, city in person.sessions
    )
    devices = (
        told(markup, [("Name", name), ("Created", day(when)), ("IP address", ip), ("Browser", browser)])
        for name, when, ip, browser in person.devices
    )
    changes = (
        record(markup, "Name Change", table([("Old name", old), ("New name", new), ("IP address", "192.0.2.7")]), when)
        for old, new, when in person.name_changes
    )
    check_ins = (
        told(markup, [("Message", words), ("Name", spot.name), ("Address", spot.address), point(spot)], when)
        for words, spot, when in person.check_ins
    )
    tagged = (told(markup, [("Place name", name), ("Visit time", day(when))]) for name, when in person.tagged_places)
    history = (
        record(markup, spot.name, table([("Address", spot.address), point(spot)]), when)
        for spot, when in person.history
    )
    rows = "".join(wide(name, table([("Value", value)])) for name, value in person.settings)
    settings = record(markup, "", f"<table>{rows}</table>", None)
    return {
        f"{security}/account_activity.html": "".join(logins),
        f"{security}/where_you_re_logged_in.html": "".join(sessions),
        f"{security}/authorized_logins.html": "".join(devices),
        f"{security}/administrative_records.html": "".join(changes),
        "logged_information/location/location_history.html": "".join(history),
        "apps_and_websites_off_of_facebook/connected_apps_and_websites.html": "".join(
            record(markup, name, table([("Category", state)]), when) for name, when, state in person.apps
        ),
        "apps_and_websites_off_of_facebook/your_activity_off_meta_technologies.html": named(markup, person.off_meta),
        f"{activity}posts/check-ins.html": "".join(check_ins),
        f"{activity}posts/places_you_have_been_tagged_in.html": "".join(tagged),
        "preferences/preferences/privacy_settings.html": settings,
        "connections/friends/your_post_audiences.html": "".join(
            record(markup, name, table([("Members", who)]), None) for name, who in person.audiences
        ),
        f"{activity}search/your_search_history.html": named(
            markup, [(text, 1_600_000_000) for text in person.searches]
        ),
    }
