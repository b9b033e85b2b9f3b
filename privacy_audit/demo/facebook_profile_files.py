"""The demo's profile, friends, settings, sign-ins and apps, as Facebook's export of 2024 writes them."""

from collections.abc import Iterable
from typing import Any

from privacy_audit.demo.life import Life
from privacy_audit.demo.officer import Choice, Named, Spell, Stage, seconds

# A file of the export before it is written down: whatever JSON holds.
Tree = dict[str, Any] | list[Any]


def profile_files(life: Life, stage: Stage) -> dict[str, Tree]:
    """Path in the export → what it holds."""
    person = life.officer
    return {
        "personal_information/profile_information/profile_information.json": {"profile_v2": _profile(life)},
        "personal_information/other_personal_information/your_address_books.json": {
            "address_book_v2": {"address_book": [_contact(contact) for contact in person.contact]}
        },
        "connections/friends/your_friends.json": {"friends_v2": _named(life.friends)},
        "connections/friends/received_friend_requests.json": {"received_requests_v2": _named(person.request)},
        "connections/friends/sent_friend_requests.json": {"sent_requests_v2": _named(person.sent_request)},
        "connections/friends/removed_friends.json": {"deleted_friends_v2": _named(person.removed)},
        "connections/friends/rejected_friend_requests.json": {"rejected_requests_v2": []},
        "preferences/preferences/privacy_settings.json": _settings(person.setting, stage),
        "apps_and_websites_off_of_facebook/connected_apps_and_websites.json": {
            "installed_apps_v2": [
                {"name": app.name, "added_timestamp": app.seconds, "category": app.state} for app in person.app
            ]
        },
        "security_and_login_information/account_activity.json": {"account_activity_v2": _logins(life)},
    }


def _profile(life: Life) -> dict[str, Any]:
    account, person = life.officer.account, life.officer
    return {
        "name": {"full_name": account.name, "first_name": account.first, "middle_name": "", "last_name": account.last},
        "emails": {
            "emails": [*account.emails, *account.work_emails],
            "previous_emails": [],
            "pending_emails": [],
            "ad_account_emails": [],
        },
        "birthday": {"year": account.birthday.year, "month": account.birthday.month, "day": account.birthday.day},
        "gender": {"gender_option": account.gender, "pronoun": account.gender},
        "previous_names": [{"name": name, "timestamp": 0} for name in account.former_names],
        "other_names": [{"name": name, "type": "nickname", "timestamp": 0} for name in account.other_names],
        "current_city": {"name": account.current_city, "timestamp": 0},
        **({"hometown": {"name": account.home_town, "timestamp": 0}} if account.home_town else {}),
        "relationship": {
            "status": "Married",
            "partner": account.partner,
            "anniversary": {
                "year": account.anniversary.year,
                "month": account.anniversary.month,
                "day": account.anniversary.day,
            },
            "timestamp": seconds(account.anniversary),
        },
        "family_members": [{"name": kin.name, "relation": kin.relation, "timestamp": 0} for kin in person.family],
        "education_experiences": [_schooling(spell) for spell in person.school],
        "work_experiences": [_employment(spell) for spell in person.work],
        "blood_info": {"blood_donor_status": "UNREGISTERED"},
        "websites": [{"address": account.website}],
        "phone_numbers": [{"phone_type": "Mobile", "phone_number": account.phone, "verified": True}],
        "intro_bio": {"name": account.about},
        "favorite_quotes": account.quotes,
        "username": account.username,
        "registration_timestamp": seconds(account.registered),
        "profile_uri": f"https://www.facebook.com/{account.username}",
    }


def _schooling(spell: Spell) -> dict[str, Any]:
    return {
        "name": spell.name,
        "start_timestamp": seconds(spell.start),
        **({"end_timestamp": seconds(spell.end)} if spell.end else {}),
        "graduated": spell.end is not None,
        "concentrations": [],
        "school_type": spell.kind,
        "timestamp": 0,
    }


def _employment(spell: Spell) -> dict[str, Any]:
    return {
        "employer": spell.employer,
        "title": spell.title,
        "location": spell.location,
        "description": spell.description,
        "start_timestamp": seconds(spell.start),
        **({"end_timestamp": seconds(spell.end)} if spell.end else {}),
        "timestamp": 0,
    }


def _named(people: Iterable[Named]) -> list[dict[str, Any]]:
    return [{"name": person.name, "timestamp": person.seconds} for person in people]


def _contact(contact: Named) -> dict[str, Any]:
    return {
        "name": contact.name,
        "created_timestamp": contact.seconds,
        "updated_timestamp": contact.seconds,
        "details": [{"contact_point": point} for point in contact.points],
    }


def _settings(choices: Iterable[Choice], stage: Stage) -> dict[str, Any]:
    return {
        "label_values": [
            {
                "label": "Privacy settings",
                "dict": [
                    {"label": choice.label, "value": choice.before if stage is Stage.BEFORE else choice.after}
                    for choice in choices
                ],
            }
        ]
    }


def _logins(life: Life) -> list[dict[str, Any]]:
    """Sign-ins every few weeks back from the day of the export; places, devices and addresses take turns."""
    logins, made = life.officer.logins, seconds(life.made)
    return [
        {
            "action": "Login" if number % 4 else "Session updated",
            "timestamp": made - (number * 11 + number % 7) * 86_400 - number * 607 % 50_000,
            "ip_address": logins.ips[number * number % len(logins.ips)],
            "user_agent": logins.devices[number * 5 // 3 % len(logins.devices)],
            "city": logins.places[number % len(logins.places)],
            "region": "England",
            "country": "GB",
            "site_name": "app",
        }
        for number in range(logins.count)
    ]
