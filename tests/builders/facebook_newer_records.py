"""How Facebook words what came after 2023, as pairs of label and value, and how Messenger words conversations."""

from collections.abc import Sequence
from typing import Any

from tests.builders.facebook_content import Chat, Layout, Person, Said

Json = Any
Dated = Sequence[tuple[str, int]]


def check_ins(person: Person, _layout: Layout) -> Json:
    """A list, but a bare object where there is one check-in only."""
    listed = [
        {
            "timestamp": when,
            "media": [],
            "fbid": "1",
            "label_values": [
                {"label": "Message", "value": words},
                {
                    "title": "Place tags",
                    "dict": [
                        {"label": "Coordinates", "value": f"({spot.at[0]} , {spot.at[1]})"},
                        {"label": "Address", "value": spot.address},
                        {"label": "Name", "value": spot.name},
                    ],
                },
            ],
        }
        for words, spot, when in person.check_ins
    ]
    return listed[0] if len(listed) == 1 else listed


def tagged_places(person: Person, _layout: Layout) -> Json:
    return [
        {
            "fbid": "2",
            "label_values": [
                {"label": "Besuchter Ort", "ent_field_name": "place_name", "value": name},
                {"label": "Zeit", "ent_field_name": "visit_time", "timestamp_value": when},
            ],
        }
        for name, when in person.tagged_places
    ]


def _texts(items: Dated) -> Json:
    return [
        {"timestamp": when, "fbid": "3", "label_values": [{"label": "Text", "value": text}]} for text, when in items
    ]


def edits(person: Person, _layout: Layout) -> Json:
    return _texts(person.edits)


def elsewhere(person: Person, _layout: Layout) -> Json:
    return _texts(person.elsewhere)


def settings(person: Person, _layout: Layout) -> Json:
    if not person.settings:
        return None
    values = [
        {"label": name, "dict": [{"label": "Value", "ent_field_name": "Value", "value": value}]}
        for name, value in person.settings
    ]
    return {"fbid": "4", "label_values": values}


def audiences(person: Person, _layout: Layout) -> Json:
    return [{"title": name, "label_values": [{"label": "Members", "value": who}]} for name, who in person.audiences]


def answers(person: Person, _layout: Layout) -> Json:
    listed = [
        {"group_name": group, "question_answers": [{"question": question, "answer": answer}]}
        for group, question, answer in person.answers
    ]
    return {"group_answers": listed} if listed else None


def chat(found: Chat, said: Sequence[Said], layout: Layout) -> Json:
    return {
        "participants": [{"name": name} for name in found.people],
        "messages": [_message(one, found, layout) for one in said],
        "title": found.title,
        "is_still_participant": True,
        "thread_path": f"{found.folder}/{found.slug}",
        "magic_words": [],
    }


def _message(said: Said, found: Chat, layout: Layout) -> Json:
    value: dict[str, Json] = {"sender_name": said.by, "timestamp_ms": said.when_ms}
    if said.text:
        value["content"] = said.text
    if said.pictures:
        where = f"messages/{found.folder}/{found.slug}/photos"
        value["photos"] = [
            {"uri": f"{where}/{name}", "creation_timestamp": said.when_ms // 1000} for name in said.pictures
        ]
    if said.link:
        value["share"] = {"link": said.link}
    if layout.is_flat:
        value["type"] = "Share" if said.link else "Generic"
    return value


def secret_chat(found: Chat) -> Json:
    return {
        "participants": list(found.people),
        "threadName": found.title,
        "messages": [
            {
                "isUnsent": False,
                "media": [{"uri": f"./media/{name}"} for name in said.pictures],
                "reactions": [],
                "senderName": said.by,
                "text": said.text,
                "timestamp": said.when_ms,
                "type": "text",
            }
            for said in found.said
        ],
    }
