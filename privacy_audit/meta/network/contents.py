"""The table of a Facebook export's JSON files: which reader each goes to, and which are known and left alone."""

import re
from collections.abc import Mapping
from functools import cache

from privacy_audit.archive.names import same_letters
from privacy_audit.importing import MemberFate
from privacy_audit.meta.network.choices import apps, settings, typed_in_forms
from privacy_audit.meta.network.circles import circles, event_responses, events, membership_answers
from privacy_audit.meta.network.people import address_book, people
from privacy_audit.meta.network.pictures import albums, loose_photos, loose_videos
from privacy_audit.meta.network.places import check_ins, known_place, stays, tagged_places
from privacy_audit.meta.network.profile import profile, updates
from privacy_audit.meta.network.reactions import other_likes, pages_liked, reactions, votes
from privacy_audit.meta.network.sign_ins import sign_ins
from privacy_audit.meta.network.timeline import Section, activities
from privacy_audit.meta.scene import Reader
from privacy_audit.meta.threads import thread_of
from privacy_audit.model import ConnectionKind, MediaUse, MembershipKind, PassageKind, Voice

__all__ = ["fate_of", "is_ignored", "is_search", "readers", "stem_of", "thread_of"]

_MEDIA = (
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".bmp", ".tif", ".tiff", ".avif",
    ".mp4", ".mov", ".m4v", ".avi", ".3gp", ".webm", ".mkv",
    ".aac", ".mp3", ".m4a", ".wav", ".ogg", ".opus", ".amr", ".srt", ".vtt",
)  # fmt: skip


def readers() -> Mapping[str, Reader]:
    """By the file's name without its number and ending: names kept their meaning while folders moved every year.

    The order is the order of reading: albums go before posts, which show the same pictures without their album.
    """
    return {**_about_the_owner(), **_activity(), **_circle(), **_traces()}


def _about_the_owner() -> dict[str, Reader]:
    return {
        "profile_information": profile,
        "profile_update_history": updates,
        "autofill_information": typed_in_forms,
        "places_you_ve_created": stays("your_places"),
        "privacy_settings": settings(),
        "your_post_audiences": settings("Post audience"),
        "interactions": settings("Privacy check-up"),
        "primary_location": known_place,
        "primary_public_location": known_place,
        "last_location": known_place,
        "device_location": known_place,
        "timezone": known_place,
        "location_history": stays("location_history"),
        "your_location_history": stays("location_history"),
    }


def _activity() -> dict[str, Reader]:
    posts = activities(Section("status_updates"))
    comments = activities(Section("comments", PassageKind.COMMENT))
    others = activities(Section("wall_posts_sent_to_you/activity_log_data", voice=Voice.OTHER))
    stories = activities(Section("archived_stories", use=MediaUse.STORY, counted=False))
    return {
        "album": albums,
        "your_uncategorized_photos": loose_photos,
        "your_videos": loose_videos,
        "your_photos": loose_photos,
        "your_posts": posts,
        "your_posts__check_ins__photos_and_videos": posts,
        "posts_from_apps_and_websites": activities(Section("app_posts")),
        "posts_on_other_pages_and_profiles": activities(Section("")),
        "edits_you_made_to_posts": activities(Section("", counted=False)),
        "other_people_s_posts_to_your_timeline": others,
        "your_notes": activities(Section("notes")),
        "notes": activities(Section("notes")),
        "archived_stories": stories,
        "your_stories": stories,
        "check-ins": check_ins,
        "places_you_have_been_tagged_in": tagged_places,
        "places_you_ve_been_tagged_in": tagged_places,
        "comments": comments,
        "your_comments_in_groups": activities(Section("group_comments", PassageKind.COMMENT)),
        "your_posts_and_comments_in_groups": activities(Section("group_posts")),
        "your_posts_in_groups": activities(Section("group_posts")),
        "group_posts_and_comments": activities(Section("group_posts")),
    }


def _circle() -> dict[str, Reader]:
    friend, following = people("friends", ConnectionKind.FRIEND), people("following", ConnectionKind.FOLLOWING)
    received = people("received_requests", ConnectionKind.REQUEST_RECEIVED)
    sent = people("sent_requests", ConnectionKind.REQUEST_SENT)
    rejected = people("rejected_requests", ConnectionKind.REQUEST_REJECTED)
    followers = people("followers", ConnectionKind.FOLLOWER)
    followed = circles("pages_followed", MembershipKind.PAGE_FOLLOWED)
    unfollowed = circles("pages_unfollowed", MembershipKind.PAGE_FOLLOWED, "unfollowed")
    return {
        "friends": friend,
        "your_friends": friend,
        "received_friend_requests": received,
        "friend_requests_received": received,
        "sent_friend_requests": sent,
        "friend_requests_sent": sent,
        "rejected_friend_requests": rejected,
        "rejected_requests": rejected,
        "removed_friends": people("deleted_friends", ConnectionKind.REMOVED),
        "following": following,
        "who_you_follow": following,
        "who_you_ve_followed": following,
        "followers": followers,
        "people_who_followed_you": followers,
        "people_who_follow_you": followers,
        "your_address_books": address_book,
        "posts_and_comments": reactions,
        "likes_and_reactions": reactions,
        "likes_on_external_sites": other_likes,
        "polls_you_voted_on": votes,
        "pages": pages_liked,
        "pages_you_ve_liked": pages_liked,
        "pages_you_follow": followed,
        "pages_and_profiles_you_follow": followed,
        "pages_you_ve_unfollowed": unfollowed,
        "unfollowed_pages": unfollowed,
        "your_pages": circles("pages", MembershipKind.PAGE_RUN),
        "your_group_membership_activity": circles("groups_joined", MembershipKind.GROUP),
        "your_groups": circles("groups_admined", MembershipKind.GROUP_RUN),
        "your_answers_to_membership_questions": membership_answers,
        "your_events": events("your_events", "hosted"),
        "event_invitations": events("events_invited", "invited"),
        "your_event_responses": event_responses,
    }


def _traces() -> dict[str, Reader]:
    linked = apps("installed_apps")
    off_meta = apps("off_facebook_activity", "told Facebook what you did there")
    addresses = sign_ins("used_ip_address", "used address")
    return {
        "account_activity": sign_ins("account_activity", "activity"),
        "where_you_re_logged_in": sign_ins("active_sessions", "session"),
        "authorized_logins": sign_ins("recognized_devices", "remembered device"),
        "logins_and_logouts": sign_ins("account_accesses", "sign-in"),
        "login_protection_data": sign_ins("login_protection_data", "sign-in protection"),
        "record_details": sign_ins("record_details", "change"),
        "account_status_changes": sign_ins("account_status_changes", "change"),
        "administrative_records": sign_ins("admin_records", "change"),
        "ip_address_activity": addresses,
        "used_ip_addresses": addresses,
        "mobile_devices": sign_ins("devices", "telephone"),
        "apps_and_websites": linked,
        "connected_apps_and_websites": linked,
        "your_off-facebook_activity": off_meta,
        "your_activity_off_meta_technologies": off_meta,
    }


# Known, and nothing that an audit asks about: advertising, payments, games, Facebook's own bookkeeping.
_IGNORED_FOLDERS = (
    "ads", "ads_information", "ads_and_businesses", "facebook_payments", "payment_history", "facebook_gaming",
    "facebook_marketplace", "marketplace", "saved_items_and_collections", "saved_items", "calls_and_messages",
    "your_interactions_on_facebook", "activity_messages", "stickers_used", "facebook_assistant", "facebook_portal",
    "voice_recording_and_transcription", "accounts_center", "shops", "spark_ar", "your_topics", "navigation_bar",
    "music_recommendations", "meta_spark", "avatars_store", "bug_bounty", "live_audio_rooms", "icons",
)  # fmt: skip
_IGNORED_NAMES = frozenset(
    {
        "no-data", "friend_peer_group", "pokes", "notifications", "your_saved_items", "recently_viewed",
        "recently_visited", "people_and_friends", "face_recognition", "your_topics", "news", "language_and_locale",
        "start_here", "index", "secret_conversations", "support_messages", "your_local_lists", "messenger_themes",
        "friends_you_see_less", "who_you_see_less", "control_visibility_of_content", "readme",
    }
)  # fmt: skip


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"_\d+$")


@cache
def _searches() -> re.Pattern[str]:
    return re.compile(r"(?:^|/)search(?:_history)?/[^/]+$|your_search_history[^/]*$")


def stem_of(path: str) -> str:
    """A member's name without folders, number and ending: "your_posts" of ".../posts/your_posts_2.json"."""
    name = same_letters(path).rpartition("/")[2].rpartition(".")[0]
    return "album" if name.isdecimal() and "/album/" in same_letters(path) else _number().sub("", name)


def is_search(path: str) -> bool:
    """What the owner searched for is never read (docs/threat-model.md)."""
    return _searches().search(same_letters(path)) is not None


def is_ignored(path: str) -> bool:
    plain = same_letters(path)
    if plain.endswith("/interactions.json"):
        return "privacy_checkup/" not in plain
    # the folder right above only: what stands higher may be the user's own folder round the export
    folder = plain.rpartition("/")[0].rpartition("/")[2]
    return stem_of(path) in _IGNORED_NAMES or folder in _IGNORED_FOLDERS


def fate_of(path: str) -> MemberFate:
    """What becomes of a member that no reader takes."""
    plain = same_letters(path)
    if is_search(path):
        return MemberFate.PRIVATE
    if plain.endswith(_MEDIA) or ("/media/" in plain and "." not in plain.rpartition("/")[2]):
        return MemberFate.MEDIA
    sent_file = "/files/" in plain and "messages/" in plain
    return MemberFate.IGNORED if sent_file or is_ignored(path) else MemberFate.UNKNOWN
