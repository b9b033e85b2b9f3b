"""The shapes of an X archive's files. Almost every number is a text; records are wrapped under one key since 2020."""

from typing import Any

from msgspec import Struct, field

Text = str | None
Loose = str | int | float | None  # ids and counts: texts in most years, numbers in some


class Point(Struct, gc=False):
    coordinates: list[Loose] | None = None


class Mention(Struct, gc=False):
    name: Text = None
    screen_name: Text = None
    id_str: Loose = None


class Media(Struct, gc=False):
    id_str: Loose = None
    media_url_https: Text = None
    type: Text = None
    video_info: Any = None


class Entities(Struct, gc=False):
    user_mentions: list[Mention] | None = None
    media: list[Media] | None = None


class TagPlace(Struct, gc=False):
    full_name: Text = None


class Tweet(Struct, gc=False):
    """`full_text` is escaped as HTML; `text` is what the oldest archives call it."""

    id_str: Loose = None
    id: Loose = None
    full_text: Text = None
    text: Text = None
    created_at: Text = None
    in_reply_to_screen_name: Text = None
    in_reply_to_status_id_str: Loose = None
    entities: Entities | None = None
    extended_entities: Entities | None = None
    coordinates: Point | None = None
    geo: Point | None = None
    place: TagPlace | None = None


class TweetRow(Tweet, gc=False):
    tweet: Tweet | None = None


class NoteCore(Struct, gc=False):
    text: Text = None


class Note(Struct, gc=False):
    created_at: Text = field(default=None, name="createdAt")
    core: NoteCore | None = None


class NoteRow(Struct, gc=False):
    note: Note | None = field(default=None, name="noteTweet")


class Like(Struct, gc=False):
    full_text: Text = field(default=None, name="fullText")
    expanded_url: Text = field(default=None, name="expandedUrl")
    tweet_id: Loose = field(default=None, name="tweetId")


class LikeRow(Like, gc=False):
    like: Like | None = None


class Follow(Struct, gc=False):
    account_id: Loose = field(default=None, name="accountId")
    user_link: Text = field(default=None, name="userLink")


class FollowRow(Follow, gc=False):
    follower: Follow | None = None
    following: Follow | None = None
    blocking: Follow | None = None
    muting: Follow | None = None


class DirectMessage(Struct, gc=False):
    sender_id: Loose = field(default=None, name="senderId")
    text: Text = None
    created_at: Text = field(default=None, name="createdAt")
    media_urls: list[str] | None = field(default=None, name="mediaUrls")


class NameUpdate(Struct, gc=False):
    name: Text = None
    created_at: Text = field(default=None, name="createdAt")


class Event(Struct, gc=False):
    """One of what a conversation holds; the others (joining, reactions) say nothing that is written."""

    message: DirectMessage | None = field(default=None, name="messageCreate")
    welcome: DirectMessage | None = field(default=None, name="welcomeMessageCreate")
    renamed: NameUpdate | None = field(default=None, name="conversationNameUpdate")


class Conversation(Struct, gc=False):
    conversation_id: Text = field(default=None, name="conversationId")
    messages: list[Event] | None = None


class ConversationRow(Conversation, gc=False):
    conversation: Conversation | None = field(default=None, name="dmConversation")


class GrokItem(Struct, gc=False):
    chat_id: Text = field(default=None, name="chatId")
    created_at: Text = field(default=None, name="createdAt")
    sender: Any = None
    message: Text = None


class GrokRow(Struct, gc=False):
    item: GrokItem | None = field(default=None, name="grokChatItem")
