"""The checks, one file each, listed by hand: globbing finds nothing in a frozen build."""

from checks.affiliation import employer_affiliation, profile_name
from checks.conduct import (
    abuse_received,
    endorsed_content,
    grievance,
    group_chat,
    media_response,
    missing_disclaimer,
    offensive_language,
    operational_information,
    political_content,
    service_user_discussion,
    sick_leave_post,
)
from checks.identity import contact_details, date_of_birth, security_answers
from checks.location import home_and_family, location_trail, work_location
from checks.people import colleague_exposed, service_user_friendship, tagged_by_others, unfamiliar_connection
from checks.photos import incident_photo, reposted_material, service_logo, uniform_photo
from checks.settings import audience_settings, linked_apps, work_device_login
from privacy_audit.checking import Check

CHECKS: tuple[Check, ...] = (
    employer_affiliation.CHECK,
    profile_name.CHECK,
    date_of_birth.CHECK,
    contact_details.CHECK,
    service_user_friendship.CHECK,
    unfamiliar_connection.CHECK,
    audience_settings.CHECK,
    linked_apps.CHECK,
    work_device_login.CHECK,
    security_answers.CHECK,
    home_and_family.CHECK,
    location_trail.CHECK,
    work_location.CHECK,
    service_user_discussion.CHECK,
    abuse_received.CHECK,
    incident_photo.CHECK,
    uniform_photo.CHECK,
    operational_information.CHECK,
    offensive_language.CHECK,
    grievance.CHECK,
    colleague_exposed.CHECK,
    tagged_by_others.CHECK,
    group_chat.CHECK,
    media_response.CHECK,
    political_content.CHECK,
    service_logo.CHECK,
    reposted_material.CHECK,
    missing_disclaimer.CHECK,
    sick_leave_post.CHECK,
    endorsed_content.CHECK,
)
