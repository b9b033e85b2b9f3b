"""The importers, one module a platform, listed by hand: globbing finds nothing in a frozen build."""

from privacy_audit.importers import (
    discord,
    facebook,
    flickr,
    generic,
    google_takeout,
    instagram,
    linkedin,
    pinterest,
    reddit,
    skype,
    snapchat,
    strava,
    telegram,
    tiktok,
    whatsapp,
    workplace,
    x,
)
from privacy_audit.importing import Importer

IMPORTERS: tuple[Importer, ...] = (
    facebook.IMPORTER,
    instagram.IMPORTER,
    workplace.IMPORTER,
    x.IMPORTER,
    linkedin.IMPORTER,
    tiktok.IMPORTER,
    reddit.IMPORTER,
    pinterest.IMPORTER,
    flickr.IMPORTER,
    whatsapp.IMPORTER,
    snapchat.IMPORTER,
    telegram.IMPORTER,
    google_takeout.IMPORTER,
    strava.IMPORTER,
    discord.IMPORTER,
    generic.IMPORTER,
    skype.IMPORTER,
)
