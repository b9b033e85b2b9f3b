"""The table of a Facebook export's pages: which maker each goes to, by the same names as in JSON."""

from collections.abc import Mapping

from privacy_audit.meta.network.html_profile import profile
from privacy_audit.meta.network.html_sections import (
    activities,
    answers,
    apps,
    circles,
    events,
    pages_liked,
    people,
    pictures,
    places,
    profile_updates,
    reactions,
    settings,
    sign_ins,
)
from privacy_audit.meta.network.timeline import Section
from privacy_audit.meta.page import Maker
from privacy_audit.model import ConnectionKind, MediaUse, MembershipKind, PassageKind, PlaceKind, Voice


def makers() -> Mapping[str, Maker]:
    """By the page's name without number and ending, the same names as in JSON; albums before posts, as there."""
    posts, comments = activities(Section("")), activities(Section("", PassageKind.COMMENT))
    stories = activities(Section("", use=MediaUse.STORY, counted=False))
    others = activities(Section("", voice=Voice.OTHER))
    friend, following = people(ConnectionKind.FRIEND), people(ConnectionKind.FOLLOWING)
    received, sent = people(ConnectionKind.REQUEST_RECEIVED), people(ConnectionKind.REQUEST_SENT)
    rejected, followers = people(ConnectionKind.REQUEST_REJECTED), people(ConnectionKind.FOLLOWER)
    followed = circles(MembershipKind.PAGE_FOLLOWED)
    unfollowed = circles(MembershipKind.PAGE_FOLLOWED, "unfollowed")
    history, home = places(PlaceKind.HISTORY), places(PlaceKind.PRIMARY)
    loose = pictures(MediaUse.OTHER)
    return {
        "profile_information": profile,
        "profile_update_history": profile_updates,
        "privacy_settings": settings(),
        "your_post_audiences": settings("Post audience"),
        "interactions": settings("Privacy check-up"),
        "primary_location": home,
        "primary_public_location": home,
        "last_location": home,
        "device_location": home,
        "timezone": home,
        "location_history": history,
        "your_location_history": history,
        "places_you_ve_created": history,
        "album": pictures(MediaUse.ALBUM),
        "your_uncategorized_photos": loose,
        "your_videos": loose,
        "your_photos": loose,
        "your_posts": posts,
        "your_posts__check_ins__photos_and_videos": posts,
        "posts_from_apps_and_websites": posts,
        "posts_on_other_pages_and_profiles": posts,
        "edits_you_made_to_posts": activities(Section("", counted=False)),
        "other_people_s_posts_to_your_timeline": others,
        "your_notes": posts,
        "notes": posts,
        "archived_stories": stories,
        "your_stories": stories,
        "check-ins": places(PlaceKind.CHECK_IN),
        "places_you_have_been_tagged_in": places(PlaceKind.TAGGED),
        "places_you_ve_been_tagged_in": places(PlaceKind.TAGGED),
        "comments": comments,
        "your_comments_in_groups": comments,
        "your_posts_and_comments_in_groups": posts,
        "your_posts_in_groups": posts,
        "group_posts_and_comments": posts,
        "friends": friend,
        "your_friends": friend,
        "received_friend_requests": received,
        "friend_requests_received": received,
        "sent_friend_requests": sent,
        "friend_requests_sent": sent,
        "rejected_friend_requests": rejected,
        "rejected_requests": rejected,
        "removed_friends": people(ConnectionKind.REMOVED),
        "following": following,
        "who_you_follow": following,
        "who_you_ve_followed": following,
        "followers": followers,
        "people_who_followed_you": followers,
        "people_who_follow_you": followers,
        "your_address_books": people(ConnectionKind.CONTACT),
        "posts_and_comments": reactions,
        "likes_and_reactions": reactions,
        "likes_on_external_sites": reactions,
        "polls_you_voted_on": reactions,
        "pages": pages_liked,
        "pages_you_ve_liked": pages_liked,
        "pages_you_follow": followed,
        "pages_and_profiles_you_follow": followed,
        "pages_you_ve_unfollowed": unfollowed,
        "unfollowed_pages": unfollowed,
        "your_pages": circles(MembershipKind.PAGE_RUN),
        "your_group_membership_activity": circles(MembershipKind.GROUP),
        "your_groups": circles(MembershipKind.GROUP_RUN),
        "your_answers_to_membership_questions": answers,
        "your_events": events("hosted"),
        "event_invitations": events("invited"),
        "your_event_responses": events("answered"),
        "account_activity": sign_ins("activity"),
        "where_you_re_logged_in": sign_ins("session"),
        "authorized_logins": sign_ins("remembered device"),
        "logins_and_logouts": sign_ins("sign-in"),
        "login_protection_data": sign_ins("sign-in protection"),
        "record_details": sign_ins("change"),
        "account_status_changes": sign_ins("change"),
        "administrative_records": sign_ins("change"),
        "ip_address_activity": sign_ins("used address"),
        "used_ip_addresses": sign_ins("used address"),
        "mobile_devices": sign_ins("telephone"),
        "apps_and_websites": apps(),
        "connected_apps_and_websites": apps(),
        "your_off-facebook_activity": apps("told Facebook what you did there"),
        "your_activity_off_meta_technologies": apps("told Facebook what you did there"),
    }
