"""The shapes of Instagram's JSON records: one struct for all three that its files use, every field may be missing."""

from typing import Any

from msgspec import Struct

Text = str | None
Number = int | float | None
Loose = str | int | float | bool | None
Degrees = int | float | str | None


class Exif(Struct, gc=False):
    latitude: Degrees = None
    longitude: Degrees = None
    date_time_original: Loose = None
    date_time_digitized: Loose = None
    lens_make: Text = None
    lens_model: Text = None
    camera_make: Text = None
    camera_model: Text = None


class Metadata(Struct, gc=False):
    exif_data: list[Exif] | None = None


class MediaMetadata(Struct, gc=False):
    photo_metadata: Metadata | list[Any] | None = None
    video_metadata: Metadata | list[Any] | None = None


class Media(Struct, gc=False):
    """A picture or film; `title` is its caption."""

    uri: Text = None
    creation_timestamp: Number = None
    title: Text = None
    media_metadata: MediaMetadata | list[Any] | None = None


class Said(Struct, gc=False):
    """One value with the address it leads to and its time."""

    href: Text = None
    value: Loose = None
    timestamp: Number = None


class Row(Media, gc=False):
    """A record: labelled values (2020 to 2025), a list of values, or the generic labels of 2025; stories are media.

    What is a dictionary is an empty list where it is empty: the exporter is written in PHP.
    """

    timestamp: Number = None
    name: Text = None
    media_owner: Text = None
    string_map_data: dict[str, Said] | list[Any] | None = None
    string_list_data: list[Said] | None = None
    media_map_data: dict[str, Media] | list[Any] | None = None
    media_list_data: list[Media] | None = None
    label_values: list[Any] | None = None
    media: list[Media] | None = None
