"""Posts, replies, long posts and likes of an X archive, with their pictures and places."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.csv_table import Line, read_table
from privacy_audit.importers.x.shapes import FollowRow, LikeRow, Media, NoteRow, Tweet, TweetRow
from privacy_audit.importing import ReadProblem
from privacy_audit.json_stream import Row, rows
from privacy_audit.model import (
    Connection,
    ConnectionKind,
    Coordinates,
    Like,
    MediaKind,
    MediaUse,
    Moment,
    Passage,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    Source,
    Voice,
)
from privacy_audit.text import moment_from_text, unescape

_FORMAT = "%a %b %d %H:%M:%S %z %Y"
_FIRST_YEAR = 2006  # X began then; an archive of 2025 held posts of 1997
_POLE = 90.0
_BRITAIN = (49.0, 61.0)  # degrees north
_START = 60  # letters by which a long post is known again in its shortened twin
_EMPTY = "This post holds neither words nor pictures that we know. Look at it in the archive itself."
_COLUMNS = ("tweet_id", "timestamp", "text")


@dataclass(repr=False)
class Texts:
    """What the readers of one archive tell one another: long posts by their start, and who an account number is."""

    long_posts: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)  # account number -> name or handle

    def notes(self, visit: Visit, member: Member) -> Iterator[Found]:
        """Long posts stand in full in a file of their own; in the list of posts they are cut short."""
        with visit.archive.stream(member) as stream:
            for row in rows(stream, NoteRow, visit.source(member)):
                if not isinstance(row, Row):
                    yield row
                    continue
                note = row.value.note
                text = unescape((note.core.text if note and note.core else None) or "")
                if text:
                    self.long_posts[text[:_START]] = text
                else:
                    yield visit.problem(member, f"/{row.number}", _EMPTY)

    def tweets(self, visit: Visit, member: Member) -> Iterator[Found]:
        with visit.archive.stream(member) as stream:
            for row in rows(stream, TweetRow, visit.source(member)):
                if isinstance(row, Row):
                    yield from self._tweet(visit, visit.source(member, f"/{row.number}"), row.value.tweet or row.value)
                else:
                    yield row

    def _tweet(self, visit: Visit, source: Source, tweet: Tweet) -> Iterator[Found]:
        text = unescape(tweet.full_text or tweet.text or "")
        when = moment_of(tweet.created_at)
        for person in (tweet.entities.user_mentions if tweet.entities else None) or ():
            if person.id_str and (name := person.name or person.screen_name):
                self.people.setdefault(str(person.id_str), name)
        if text.startswith("RT @"):  # somebody else's words, passed on
            yield Like(source, text, "repost", when=when)
            return
        if not text and not _media(tweet):
            yield ReadProblem(source, _EMPTY)
            return
        reply = bool(tweet.in_reply_to_status_id_str or tweet.in_reply_to_screen_name)
        yield Passage(
            self.long_posts.get(text[:_START], text),
            PassageKind.COMMENT if reply else PassageKind.POST,
            Voice.OWNER,
            source,
            addressees=(tweet.in_reply_to_screen_name,) if tweet.in_reply_to_screen_name else (),
            when=when,
        )
        yield from _pictures(visit, source, tweet, text)
        name, point = tweet.place.full_name if tweet.place else None, _point(tweet)
        if name or point:
            yield Place(source, PlaceKind.CHECK_IN, name or "", coordinates=point, when=when)


def _pictures(visit: Visit, source: Source, tweet: Tweet, text: str) -> Iterator[Found]:
    when, point = moment_of(tweet.created_at), _point(tweet)
    for item in _media(tweet):
        kind = MediaKind.VIDEO if item.type in {"video", "animated_gif"} else MediaKind.PHOTO
        member = _file(visit, str(tweet.id_str or tweet.id or ""), item)
        yield Photo(source, member, kind, MediaUse.POST, text, uploaded=when, coordinates=point)


def _media(tweet: Tweet) -> list[Media]:
    for entities in (tweet.extended_entities, tweet.entities):
        if entities and entities.media:
            return entities.media
    return []


def _file(visit: Visit, tweet_id: str, item: Media) -> str | None:
    """Files are called after the post and the address of the picture; films carry another address."""
    name = (item.media_url_https or "").rpartition("/")[2]
    for folder in ("tweets_media", "tweet_media"):
        found = visit.archive.find(f"{folder}/{tweet_id}-{name}")
        if found is None and item.video_info is not None:
            found = next(iter(visit.archive.matching(f"{folder}/{tweet_id}-*")), None)
        if found is not None:
            return found.path
    return None


def _point(tweet: Tweet) -> Coordinates | None:
    """Two numbers whose order changed over the years."""
    for point in (tweet.coordinates, tweet.geo):
        try:
            one, other = (float(value or 0) for value in (point.coordinates or () if point else ()))
        except ValueError:  # not two, or no numbers
            continue
        latitude, longitude = (other, one) if _is_swapped(one, other) else (one, other)
        if abs(latitude) <= _POLE and abs(longitude) <= 2 * _POLE and (one or other):
            return Coordinates(latitude, longitude)
    return None


def _is_swapped(first: float, second: float) -> bool:
    """Longitude first: what is no latitude proves it; otherwise the one that lies in Britain is the latitude."""
    return abs(first) > _POLE or (_BRITAIN[0] <= second <= _BRITAIN[1] and not _BRITAIN[0] <= first <= _BRITAIN[1])


def moment_of(text: str | None) -> Moment | None:
    """ "Wed Mar 01 10:00:00 +0000 2023" of posts, or ISO 8601 of everything else."""
    if not text:
        return None
    try:
        moment = Moment(datetime.strptime(text, _FORMAT))  # noqa: DTZ007 - the format holds %z
    except ValueError:
        return moment_from_text(text)
    return moment if moment.at.year >= _FIRST_YEAR else None


def likes(visit: Visit, member: Member) -> Iterator[Found]:
    """Without a date or an author; without words too where the post is gone."""
    with visit.archive.stream(member) as stream:
        for row in rows(stream, LikeRow, visit.source(member)):
            if isinstance(row, Row):
                like = row.value.like or row.value
                said = unescape(like.full_text or "") or like.expanded_url or ""
                yield Like(visit.source(member, f"/{row.number}"), said, "like")
            else:
                yield row


def follows(kind: ConnectionKind) -> "_Follows":
    return _Follows(kind)


@dataclass(frozen=True, slots=True)
class _Follows:
    """Followers and followed are account numbers only: no name, no date."""

    kind: ConnectionKind

    def __call__(self, visit: Visit, member: Member) -> Iterator[Found]:
        with visit.archive.stream(member) as stream:
            for row in rows(stream, FollowRow, visit.source(member)):
                if not isinstance(row, Row):
                    yield row
                    continue
                value = row.value
                follow = value.follower or value.following or value.blocking or value.muting or value
                number = str(follow.account_id or "")
                source = visit.source(member, f"/{row.number}")
                yield Connection(source, self.kind, "", handle=number, note=follow.user_link or "")


def table(visit: Visit, member: Member) -> Iterator[Found]:
    """tweets.csv of the archives before 2018."""
    with visit.archive.stream(member) as stream:
        opened = read_table(stream, _COLUMNS, visit.source(member))
        if isinstance(opened, ReadProblem):
            yield opened
            return
        text, when, reply = opened.place("text"), opened.place("timestamp"), opened.place("in_reply_to_status_id")
        for row in opened.rows:
            if not isinstance(row, Line):
                yield row
                continue
            kind = PassageKind.COMMENT if row.cell(reply) else PassageKind.POST
            source = visit.source(member, f"line {row.number}")
            yield Passage(unescape(row.cell(text)), kind, Voice.OWNER, source, when=moment_from_text(row.cell(when)))
