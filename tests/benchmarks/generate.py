"""Makes a Facebook export of any size with planted items: `python -m tests.benchmarks.generate --mb 250 --out X.zip`.

The mix is fixed: 90 % messages in 500 threads, 8 % posts and comments, 2 % the rest, one planted item in 200 records.
"""

import argparse
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
THREADS = 500
FILE_MESSAGES = 10_000  # Facebook starts a new message_N.json after this many
PLANT_EVERY = 200
START = 1_400_000_000  # seconds; May 2014
OWNER = "Gareth Pugsley"
_FIRST = ("Amy", "Ben", "Carys", "Dev", "Ellen", "Femi", "Gwen", "Hari", "Iona", "Jack", "Kofi", "Lena", "Nia", "Una")
_LAST = ("Ashdown", "Birtles", "Colclough", "Dunmore", "Eastwick", "Fenby", "Garside", "Hobday", "Ingle", "Jessop")


@dataclass(frozen=True, slots=True)
class Plant:
    """One labelled item: the check that should see it, the member and the text."""

    check: str
    member: str
    text: str


@dataclass(slots=True)
class Manifest:
    """What a generated export holds; sizes are bytes before compression."""

    size: int = 0
    records: dict[str, int] = field(default_factory=dict)
    plants: list[Plant] = field(default_factory=list)


class _Writer:
    """Deals out texts and names, plants every two-hundredth item, and writes members."""

    def __init__(self, archive: zipfile.ZipFile, seed: int, *, varied: bool = False) -> None:
        self._archive = archive
        self._random = random.Random(seed)  # noqa: S311 - the same export every time, no secret
        self._lines = [_meta(line) for line in (HERE / "chatter.txt").read_text("utf-8").splitlines()]
        self._planted = [line.split("\t") for line in (HERE / "planted.tsv").read_text("utf-8").splitlines()]
        self._emoji = [_meta(mark) for mark in ("😂", "👍", "🙈", "❤️", "🎂", "☕")]
        self._count = 0
        self._varied = varied
        self.manifest = Manifest()
        self.names = [f"{first} {last}" for first in _FIRST for last in _LAST]

    def text(self, member: str, *, owner: bool = True) -> str:
        """A line of chatter of about 45 characters, or every so often a planted one."""
        self._count += 1
        if self._count % PLANT_EVERY == 0 and owner:
            check, text = self._planted[self._random.randrange(len(self._planted))]
            self.manifest.plants.append(Plant(check, member, text))
            return text
        if self._varied:
            return self._spliced()
        line = self._lines[self._random.randrange(len(self._lines))]
        chance = self._random.random()
        if chance < 0.22:
            line = f"{line} {self._lines[self._random.randrange(len(self._lines))]}"
        elif chance < 0.40:
            line = f"{line} {self._emoji[self._random.randrange(len(self._emoji))]}"
        return line

    def _spliced(self) -> str:
        """The beginning, the middle and the end of three lines: hardly ever the same text twice."""
        first, second, third = (line.split() for line in self._random.choices(self._lines, k=3))
        cut = self._random.randrange(len(second))
        words = [*first[: 1 + self._random.randrange(len(first))], *second[cut : cut + 3], *third[-2:]]
        return " ".join(words)

    def member(self, path: str, value: object, kind: str, records: int) -> int:
        data = json.dumps(value, ensure_ascii=True).encode("ascii")
        self._archive.writestr(path, data)
        self.manifest.size += len(data)
        self.manifest.records[kind] = self.manifest.records.get(kind, 0) + records
        return len(data)


def write_export(path: Path, megabytes: float, seed: int = 7, *, varied: bool = False) -> Manifest:
    """Writes a ZIP whose members sum to about `megabytes` (10^6 bytes); returns what is in it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        writer = _Writer(archive, seed, varied=varied)
        _profile(writer)
        # A message is about 190 bytes of JSON, a post or comment about 290, the rest about 110.
        records = int(megabytes * 1e6 / (0.90 * 190 + 0.08 * 290 + 0.02 * 110))
        for part in (_messages, _posts, _comments, _rest):
            part(writer, records)
        return writer.manifest


def _messages(writer: _Writer, records: int) -> None:
    left, per_thread = int(records * 0.90), max(1, int(records * 0.90) // THREADS)
    for thread in range(THREADS):
        count = min(left, per_thread)
        left -= count
        friend = writer.names[thread % len(writer.names)]
        folder = f"your_facebook_activity/messages/inbox/{friend.replace(' ', '').lower()}_{thread}"
        for number, size in enumerate(_chunks(count, FILE_MESSAGES), start=1):
            _message_file(writer, f"{folder}/message_{number}.json", friend, thread, size)


def _message_file(writer: _Writer, member: str, friend: str, thread: int, size: int) -> None:
    messages = [
        {
            "sender_name": OWNER if index % 2 else friend,
            "timestamp_ms": (START + thread * 977 + (size - index) * 611) * 1000,
            "content": writer.text(member),
            "is_geoblocked_for_viewer": False,
            "is_unsent_image_by_messenger_kid_parent": False,
        }
        for index in range(size)
    ]
    value = {
        "participants": [{"name": friend}, {"name": OWNER}],
        "messages": messages,
        "title": friend,
        "is_still_participant": True,
        "thread_path": member.removeprefix("your_facebook_activity/messages/").rpartition("/")[0],
        "magic_words": [],
    }
    writer.member(member, value, "messages", size)


def _posts(writer: _Writer, records: int) -> None:
    path = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_{}.json"

    def post(member: str, index: int) -> object:
        return {"timestamp": START + index * 3_607, "data": [{"post": writer.text(member)}], "attachments": []}

    _files(writer, path, int(records * 0.04), post, "posts")


def _comments(writer: _Writer, records: int) -> None:
    member = "your_facebook_activity/comments_and_reactions/comments.json"
    comments = []
    for index in range(int(records * 0.04)):
        at = START + index * 3_511
        body = {"timestamp": at, "comment": writer.text(member), "author": OWNER}
        title = f"{OWNER} commented on {writer.names[index % len(writer.names)]}'s post."
        comments.append({"timestamp": at, "data": [{"comment": body}], "title": title})
    writer.member(member, {"comments_v2": comments}, "comments", len(comments))


def _rest(writer: _Writer, records: int) -> None:
    third = int(records * 0.02) // 3
    friends = [
        {"name": f"{writer.names[i % len(writer.names)]} {i}", "timestamp": START + i * 997} for i in range(third)
    ]
    writer.member("connections/friends/your_friends.json", {"friends_v2": friends}, "connections", third)
    likes = [
        {
            "timestamp": START + i * 499,
            "title": f"{OWNER} likes {writer.names[i % len(writer.names)]}'s photo.",
            "data": [{"reaction": {"reaction": "LIKE", "actor": OWNER}}],
        }
        for i in range(third)
    ]
    writer.member("your_facebook_activity/comments_and_reactions/likes_and_reactions_1.json", likes, "likes", third)
    logins = [
        {"action": "Login", "timestamp": START + i * 7_001, "ip_address": "192.0.2.7", "user_agent": "Mozilla/5.0"}
        for i in range(third)
    ]
    path = "security_and_login_information/account_activity.json"
    writer.member(path, {"account_activity_v2": logins}, "logins", third)


def _profile(writer: _Writer) -> None:
    value = {
        "profile_v2": {
            "name": {"full_name": OWNER, "first_name": "Gareth", "middle_name": "", "last_name": "Pugsley"},
            "emails": {"emails": ["gareth.p@example.com"], "previous_emails": []},
            "birthday": {"year": 1987, "month": 3, "day": 14},
            "registration_timestamp": START,
            "profile_uri": "https://www.facebook.com/example",
        }
    }
    path = "personal_information/profile_information/profile_information.json"
    writer.member(path, value, "profile", 3)


def _files(writer: _Writer, path: str, count: int, make: Callable[[str, int], object], kind: str) -> None:
    done = 0
    for number, size in enumerate(_chunks(count, FILE_MESSAGES), start=1):
        member = path.format(number)
        writer.member(member, [make(member, done + index) for index in range(size)], kind, size)
        done += size


def _chunks(count: int, most: int) -> Iterator[int]:
    while count > 0:
        yield min(count, most)
        count -= most


def _meta(text: str) -> str:
    """Meta's way: each byte of the UTF-8 text becomes a letter of its own."""
    return text.encode("utf-8").decode("latin-1")


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes a Facebook export of any size with planted items.")
    parser.add_argument("--mb", type=float, default=250)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--varied", action="store_true", help="texts that hardly ever repeat")
    options = parser.parse_args()
    manifest = write_export(options.out, options.mb, varied=options.varied)
    print(f"{manifest.size / 1e6:.0f} MB, {manifest.records}, {len(manifest.plants)} planted")


if __name__ == "__main__":
    main()
