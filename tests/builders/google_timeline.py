"""Makes Google's location histories of an invented person, in each shape that they have had, with known counts."""

import json
from collections.abc import Mapping

MIDNIGHT = 1_710_374_400  # 14 March 2024


def made(value: object) -> bytes:
    return json.dumps(value, indent=2, ensure_ascii=False).encode()


def location_history() -> Mapping[str, bytes]:
    def point(number: int, minutes: int, **more: object) -> dict[str, object]:
        return {
            "latitudeE7": 523600000 + 100_000 * number,
            "longitudeE7": -27100000,
            "timestamp": f"2024-03-14T09:{minutes:02}:00Z",
            **more,
        }

    visit = {
        "location": {
            "latitudeE7": 523600000,
            "longitudeE7": -27100000,
            "name": "The house",
            "address": "14 Larkfield Close",
            "semanticType": "TYPE_HOME",
        },
        "duration": {"startTimestamp": "2024-03-14T09:30:00Z", "endTimestamp": "2024-03-14T19:30:00Z"},
    }
    guessed = {
        "location": {},
        "otherCandidateLocations": [{"latitudeE7": 523700000, "longitudeE7": -27100000, "name": "A shop"}],
        "duration": {"startTimestampMs": str(MIDNIGHT * 1000), "endTimestampMs": str(MIDNIGHT * 1000 + 9)},
    }
    way = {
        "startLocation": {"latitudeE7": 523600000, "longitudeE7": -27100000},
        "endLocation": {"latitudeE7": 523700000, "longitudeE7": 4267867296},
        "duration": {"startTimestamp": "1710374400", "endTimestamp": "1710378000"},
        "activityType": "IN_VEHICLE",
    }
    return {
        # there, away, for a moment back, away again: the moment is told no second time
        "Location History/Records.json": made(
            {"locations": [point(0, 0), point(0, 9), point(1, 10), point(0, 11), point(2, 12), {"deviceTag": 1}]}
        ),
        "Location History/Semantic Location History/2024/2024_MARCH.json": made(
            {
                "timelineObjects": [
                    {"placeVisit": visit},
                    {"placeVisit": visit},
                    {"placeVisit": guessed},
                    {"activitySegment": way},
                ]
            }
        ),
        "Location History/Settings.json": made(
            {"historyEnabled": True, "deviceSettings": [{"devicePrettyName": "Acme One"}]}
        ),
        "Location History/Timeline Edits.json": made(
            {
                "timelineEdits": [
                    {"rawSignal": {"signal": {"position": {"point": {"latE7": 523600000, "lngE7": -27100000}}}}}
                ]
            }
        ),
        "Fit/Activities/walk.tcx": track_tcx(),
    }


def track_tcx() -> bytes:
    def step(minute: int, latitude: float) -> str:
        return (
            f"<Trackpoint><Time>2024-03-14T09:{minute:02}:00Z</Time><Position><LatitudeDegrees>{latitude}"
            "</LatitudeDegrees><LongitudeDegrees>-2.71</LongitudeDegrees></Position></Trackpoint>"
        )

    return (
        '   <?xml version="1.0" encoding="UTF-8"?><TrainingCenterDatabase><Track><Trackpoint><Time>2024-03-14T08:59:00Z'
        f"</Time></Trackpoint>{step(0, 52.36)}{step(5, 52.37)}{step(9, 52.38)}</Track></TrainingCenterDatabase>"
    ).encode()


PHONE_PLACES = {"android": 2 + 1 + 2 + 2 + 1 + 1, "iphone": 2 + 2 + 2}


def phone(kind: str) -> dict[str, bytes]:
    """The file that a phone exports by itself: two segments of a day, a way, and the way's points."""
    times = {"startTime": "2024-03-14T09:30:00.000+00:00", "endTime": "2024-03-14T10:30:00.000+00:00"}
    if kind == "iphone":
        visit = {"hierarchyLevel": "0", "topCandidate": {"semanticType": "Home", "placeLocation": "geo:52.36,-2.71"}}
        steps = [
            {"point": f"geo:52.{number}0,-2.71", "durationMinutesOffsetFromStartTime": str(number)} for number in (5, 6)
        ]
        segments = [
            {**times, "visit": visit},
            {
                **times,
                "activity": {"start": "geo:52.36,-2.71", "end": "geo:52.37,-2.71", "topCandidate": {"type": "walking"}},
            },
            {**times, "timelinePath": steps},
        ]
        return {"location-history.json": made(segments)}
    place = {"latLng": "52.3600000°, -2.7100000°"}
    segments = [
        {**times, "visit": {"topCandidate": {"semanticType": "INFERRED_HOME", "placeLocation": place}}},
        {**times, "visit": {"topCandidate": {"semanticType": "UNKNOWN", "placeLocation": {"latLng": "52.4°, -2.7°"}}}},
        {**times, "activity": {"start": place, "end": {"latLng": "52.4°, -2.7°"}, "topCandidate": {"type": "WALKING"}}},
        {**times, "timelinePath": [{"point": f"52.{n}°, -2.71°", "time": "2024-03-14T09:31:00Z"} for n in (5, 6)]},
    ]
    signal = {"position": {"LatLng": "52.9°, -2.71°", "accuracyMeters": 9, "timestamp": "2024-03-14T09:30:00Z"}}
    profile = {"frequentPlaces": [{"placeId": "a", "placeLocation": "52.2°, -2.71°", "label": "WORK"}]}
    return {
        "Timeline.json": made(
            {"semanticSegments": segments, "rawSignals": [signal, {"wifiScan": {}}], "userLocationProfile": profile}
        )
    }
