"""The table of an Instagram export's files: what each holds, which are searches, and which are known and left alone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from privacy_audit import contents
from privacy_audit.archive import Archive, Member
from privacy_audit.contents import Plan, Visit
from privacy_audit.importers.instagram import flat, flat_words, html, people, posts, profile, traces
from privacy_audit.importers.instagram.account import PROFILE, THREADS_PROFILE, Account, Maker
from privacy_audit.importers.instagram.chats import conversations
from privacy_audit.importers.instagram.entries import entry_of
from privacy_audit.importers.instagram.shapes import Row
from privacy_audit.meta.scene import Found
from privacy_audit.meta.tables import Repeated, each
from privacy_audit.model import Audience, ConnectionKind, MediaUse, Source

_PRIVATE = (
    "recent_searches/**", "*searches*.json", "*searches*.html", "searches.json", "your_search_history*",
)  # fmt: skip
_IGNORED = (
    "ads_information/**", "ads_and_content/**", "ads_and_topics/**", "ads_and_businesses/**", "monetization/**",
    "subscriptions/**", "shopping/**", "saved/**", "gifts/**", "guides/**", "fundraisers/**", "reports/**",
    "link_history/**", "your_topics/**", "your_reels_topics/**", "your_reels_sentiments/**", "avatars_store/**",
    "policy_updates_and_permissions/**", "other_activity/**", "events/**", "ai/**", "seen_content.json", "saved.json",
    "checkout.json", "camera_information.*", "removed_suggestions.*", "profiles_you_ve_favorited.*",
    "stories_viewed.*", "threads_viewed.*", "saved_threads.*", "secret_conversations.*", "consents.*",
    "notification*.json", "notification*.html", "language*.json", "note_interactions.*", "eligibility.*",
    "note_and_repost_interactions.*", "in-app_browser_autofill_settings.*", "digital_wellbeing/**",
    "facebook_accounts_center/**", "no-data.txt", "start_here.html", "index.html", "chats.html", "files/*",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """A kind of file: its name without number and ending, the key of its list, and what its records become."""

    name: str
    root: str
    make: Maker


def sections() -> tuple[Section, ...]:
    """Threads keeps files of the same names in a folder of its own, so its sections go first."""
    return (*_threads(), *_about(), *_shown(), *_circle(), *_traces())


def _threads() -> tuple[Section, ...]:
    note = "on Threads"
    wrote = "text_post_app_text_post"
    return (
        Section(THREADS_PROFILE, f"{wrote}_app_profile", profile.profile("Threads")),
        Section("threads/threads_and_replies*", f"{wrote}s", posts.posts(threads=True)),
        Section("threads/followers*", f"{wrote}_app_followers", people.people(ConnectionKind.FOLLOWER, note)),
        Section("threads/following*", f"{wrote}_app_following", people.people(ConnectionKind.FOLLOWING, note)),
        Section("threads/liked_threads*", "text_post_app_media_likes", posts.like("like")),
        Section("threads/reposts*", "", posts.like("repost")),
        Section("threads/blocked_*", f"{wrote}_app_blocked_users", people.people(ConnectionKind.BLOCKED, note)),
        Section("threads/follow_requests*", "", people.people(ConnectionKind.REQUEST_RECEIVED, note)),
        Section("threads/pending_follow_requests*", "", people.people(ConnectionKind.REQUEST_SENT, note)),
        Section("threads/apps_and_websites*", "text_post_app_text_app_apps_and_websites", traces.app("Threads")),
    )


def _about() -> tuple[Section, ...]:
    beside = profile.profile("kept by Instagram", own=False)
    guessed = profile.profile("guessed by Instagram", own=False)
    return (
        Section(PROFILE, "profile_user", profile.profile()),
        Section("instagram_profile_information", "profile_account_insights", beside),
        Section("account_information", "profile_account_insights", beside),
        Section("professional_information", "profile_business", profile.profile("professional account", own=False)),
        Section("autofill_information", "", profile.profile("typed into a form", own=False)),
        Section("profile_changes", "profile_profile_change", profile.change),
        Section("possible_phone_numbers", "inferred_data_inferred_phone_numbers", guessed),
        Section("possible_emails", "inferred_data_inferred_emails", guessed),
        Section("profile_based_in", "inferred_data_primary_location", profile.home),
        Section("account_based_in", "inferred_data_primary_location", profile.home),
        Section("locations_of_interest", "inferred_data_inferred_locations", profile.home),
        Section("last_known_location", "account_history_imprecise_last_known_location", profile.last_place),
    )


def _shown() -> tuple[Section, ...]:
    liked, only_me = posts.like("like"), Audience.ONLY_ME
    return (
        *(Section(name, "", posts.posts()) for name in ("media/posts*", "content/posts*", "posts_?")),
        Section("reels", "ig_reels_media", posts.posts()),
        Section("igtv_videos", "ig_igtv_media", posts.posts()),
        Section("archived_posts", "ig_archived_post_media", posts.posts(only_me)),
        *(Section(name, "ig_stories", posts.pictures(MediaUse.STORY)) for name in ("stories", "stories_?")),
        Section("profile_photos", "ig_profile_picture", posts.pictures(MediaUse.PROFILE, Audience.EVERYONE)),
        Section("other_content", "ig_other_media", posts.pictures(MediaUse.OTHER)),
        Section("recently_deleted_content", "ig_recently_deleted_media", posts.pictures(MediaUse.OTHER, only_me)),
        Section("reposts", "profile_media_reposts", posts.like("repost")),
        Section("post_comments*", "comments_media_comments", posts.comment),
        Section("reels_comments*", "comments_reels_comments", posts.comment),
        Section("comments/hype*", "comments_story_comments", posts.comment),
        Section("liked_posts*", "likes_media_likes", liked),
        Section("liked_comments*", "likes_comment_likes", posts.like("like of a comment")),
        Section("questions", "story_activities_questions", posts.answer),
        Section("polls", "story_activities_polls", posts.like("poll")),
        Section("quizzes", "story_activities_quizzes", posts.like("quiz")),
        Section("countdowns", "story_activities_countdowns", posts.like("countdown")),
        Section("emoji_sliders", "story_activities_emoji_sliders", posts.like("slider")),
        Section("emoji_story_reactions", "story_activities_emoji_quick_reactions", posts.like("reaction")),
        Section("story_reaction_sticker_reactions", "", posts.like("reaction")),
        Section("story_likes", "story_activities_story_likes", posts.like("like of a story")),
    )


def _circle() -> tuple[Section, ...]:
    received, sent = ConnectionKind.REQUEST_RECEIVED, ConnectionKind.REQUEST_SENT
    lists = (
        ("followers*", "followers", ConnectionKind.FOLLOWER, ""),
        ("following", "following", ConnectionKind.FOLLOWING, ""),
        ("blocked_profiles", "blocked_users", ConnectionKind.BLOCKED, ""),
        ("blocked_accounts", "blocked_users", ConnectionKind.BLOCKED, ""),
        ("restricted_profiles", "restricted_users", ConnectionKind.BLOCKED, "restricted"),
        ("restricted_accounts", "restricted_users", ConnectionKind.BLOCKED, "restricted"),
        ("recently_unfollowed_profiles", "unfollowed_users", ConnectionKind.REMOVED, ""),
        ("recently_unfollowed_accounts", "unfollowed_users", ConnectionKind.REMOVED, ""),
        ("pending_follow_requests", "follow_requests_sent", sent, "pending"),
        ("recent_follow_requests", "permanent_follow_requests", sent, ""),
        ("follow_requests_you_ve_received", "follow_requests_received", received, ""),
    )
    return (
        *(Section(name, f"relationships_{root}", people.people(kind, note)) for name, root, kind, note in lists),
        Section("close_friends", "relationships_close_friends", people.listed("On your close friends list")),
        Section("hide_story_from", "relationships_hide_stories_from", people.listed("Your story is hidden from")),
        Section("custom_lists", "relationships_custom_lists", people.custom_list),
        Section("following_hashtags", "relationships_following_hashtags", people.hashtag),
        Section("synced_contacts", "contacts_contact_info", people.contact),
    )


def _traces() -> tuple[Section, ...]:
    used_to, outside = traces.app("removed"), traces.app("told Instagram what you did there")
    return (
        Section("login_activity", "account_history_login_history", traces.sign_in("sign-in")),
        Section("logout_activity", "account_history_logout_history", traces.sign_in("sign-out")),
        Section("profile_activity", "", traces.sign_in("session")),
        Section("signup_information", "account_history_registration_info", traces.signing_up),
        Section("signup_details", "account_history_registration_info", traces.signing_up),
        Section("instagram_signup_details", "account_history_registration_info", traces.signing_up),
        Section("password_change_activity", "account_history_password_change_history", traces.sign_in("new password")),
        Section("profile_status_changes", "", traces.sign_in("account switched on or off")),
        Section("account_status_changes", "", traces.sign_in("account switched on or off")),
        Section("devices", "devices_devices", traces.sign_in("device")),
        Section("profile_privacy_changes", "account_history_account_privacy_history", traces.privacy_change),
        Section("account_privacy_changes", "account_history_account_privacy_history", traces.privacy_change),
        Section("instagram_friend_map", "profile_friend_map", traces.settings("Live location map")),
        Section("comments_allowed_from", "settings_allow_comments_from", traces.settings()),
        Section("comments_blocked_from", "settings_blocked_commenters", traces.settings("Comments blocked from")),
        Section("use_cross-app_messaging", "settings_upgraded_to_cross_app_messaging", traces.settings()),
        Section("active_apps", "apps_and_websites_active_apps", traces.app("active")),
        Section("expired_apps", "apps_and_websites_expired_apps", used_to),
        Section("apps_and_websites", "", traces.app("")),
        Section("your_activity_off_meta_technologies", "apps_and_websites_off_meta_activity", outside),
    )


def holds_known_files(archive: Archive) -> bool:
    """Whether any file is there by its name, or only conversations under names of the user's own."""
    return any(archive.matching(f"{section.name}.{ending}") for section in sections() for ending in ("json", "html"))


def plan(account: Account, threads: Mapping[str, list[Member]], chats: Mapping[str, list[Member]]) -> Plan:
    """`threads` are conversations by their key, `chats` those under names that say nothing, by their path."""
    known = tuple((f"{section.name}.json", _reader(account, section)) for section in sections())
    pages = tuple((f"{section.name}.html", html.reader(account, section.make)) for section in sections())
    talk = conversations(account, {**threads, **chats})
    return Plan(
        readers=(
            *known,
            *((name, _in(account, reader)) for name, reader in _before_2020().items()),
            ("message_*.json", talk),
            ("message.json", talk),
            *((path, talk) for path in chats),
            *pages,
            ("message_*.html", talk),
            ("message.html", talk),
        ),
        private=_PRIVATE,
        ignored=_IGNORED,
    )


def _reader(account: Account, section: Section) -> contents.Reader:
    def read(_visit: Visit, member: Member) -> Iterator[Found]:
        def make(source: Source, row: Row) -> Iterator[Found | Repeated]:
            entry = entry_of(source, row)
            when = entry.moment()
            account.newest.saw(when.at.timestamp() if when else None)
            yield from section.make(account, entry)
            if entry.blank:
                yield Repeated()

        return each(account, member, Row, section.root, make)

    return read


_Reader = Callable[[Account, Member], Iterator[Found]]


def _before_2020() -> Mapping[str, _Reader]:
    return {
        "profile.json": flat.profile,
        "connections.json": flat.connections,
        "comments.json": flat_words.comments,
        "likes.json": flat_words.likes,
        "media.json": flat_words.media,
        "messages.json": flat_words.messages,
        "settings.json": flat.settings,
        "contacts.json": flat.contacts,
        "uploaded_contacts.json": flat.contacts,
        "account_history.json": flat.history,
        "information_about_you.json": flat.about,
    }


def _in(account: Account, reader: _Reader) -> contents.Reader:
    return lambda _visit, member: reader(account, member)
