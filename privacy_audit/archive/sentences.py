"""What the user reads when an export cannot be opened, and the notes on what was left out of one."""

from collections.abc import Sequence

_AGAIN = "Download it again from the platform and choose the new file."
_FRESH = "Ask the platform for a fresh copy and choose that."
_UNZIP = "Unzip it first, then choose the folder."
_REST = "The rest was read."

# the export as a whole
NOTHING_CHOSEN = "Nothing was chosen. Choose the ZIP or folder that the platform gave you."
MISSING = "This file or folder is no longer there. Choose it again from where it lies now."
AWAY = "This file lies only in the cloud. Let your cloud program download it to this device, then choose it again."
EMPTY_FILE = f"This file is empty. {_AGAIN}"
DAMAGED = f"This file is damaged, or its download did not finish. {_AGAIN}"
CUT_SHORT = f"The download of this ZIP did not finish: its end is missing. {_AGAIN}"
NO_ZIP = "This file is called a ZIP but is none. Choose the file as it came from the platform."
PROGRAM = "This file is a program, not an export, so it was not opened. Choose the ZIP as it came from the platform."
SPLIT = "This ZIP is one piece of a larger one that was cut up. Join the pieces (7-Zip can), then choose the whole ZIP."
HOLLOW_ZIP = f"This holds no files. {_FRESH}"
TOO_MANY = f"This holds more files than any real export does, so it was not opened. {_FRESH}"
TOO_MUCH = f"This export unpacks to more data than any real export holds, so reading was stopped. {_FRESH}"
TOO_FULL = f"This would unpack to far more than its own size, which no real export does, so it was not opened. {_FRESH}"
OVERLAP = f"The files in this ZIP are laid over one another, which no real export does, so it was not opened. {_FRESH}"
LOCKED = "This ZIP has a password. Unzip it first with your password, then choose the folder."
METHOD = "This ZIP was packed in a way that this program cannot unpack (Windows does this with large files). " + _UNZIP
HOLLOW_FOLDER = "There are no files to read in this folder. Choose the folder that holds the export's files."
FOLDER_SHUT = "This folder could not be opened. Check that it is still there and that you may open it, then try again."
TOO_MANY_IN_FOLDER = (
    "This folder holds more files than any real export does. Choose the folder of one export inside it."
)

# one member, while it is read
GONE = "One file of this export could not be read. Check that the drive is still there, then try again."
MEMBER_DAMAGED = "One file in this export is damaged and could not be read. Download the export again to have it whole."
MEMBER_LIES = (
    f"One file in this export holds more than it says, which no real export does, so it was left out. {_FRESH}"
)
MEMBER_TOO_LARGE = (
    "One file in this export is larger than any export's file, so it was left out. The rest can still be checked."
)

# notes: the rest goes on
NOTE_LOCKED = "This file has a password and was left out. Unzip the export first, then choose the folder."
NOTE_METHOD = (
    "This file is packed in a way that cannot be unpacked here. Unzip the export first, then choose the folder."
)
NOTE_RATIO = f"This file would unpack to far more than its packed size and was left out. {_REST}"
NOTE_LINK = f"This is a link to another place and was left out. {_REST}"
NOTE_UNSAFE = f"This file's name could lead outside the export or deceive, so it was left out. {_REST}"
NOTE_TWICE = "This name stands in the ZIP twice; the first file was read and the second left out."
NOTE_PREFIX = (
    "Something stands in front of this ZIP's first file and was not read. If that is news to you, download it again."
)
NOTE_UNREADABLE = "This could not be opened and was left out. Check that you may open it, then try again."
NOTE_DEEP = f"This folder lies too deep in other folders and was left out. {_REST}"
NOTE_AWAY = (
    "This file lies only in the cloud and was left out. Let your cloud program keep it on this device, then try again."
)
NOTE_SLOW_INNER = "This packed file was not looked into, since that takes long. Choose it by itself to have it read."
NOTE_MANY_INNER = "More ZIPs stand in this export than are looked into. Unzip this one, then choose its folder too."
NOTE_LARGE_INNER = "This ZIP inside the export is too large to look into. Unzip it, then choose its folder too."


def more_notes(count: int) -> str:
    return f"{count} more files were left out for reasons like these. {_REST}"


def missing_parts(numbers: Sequence[int]) -> str:
    """Which parts are missing, and that it matters."""
    if len(numbers) == 1:
        return f"Part {numbers[0]} of this export is missing. Download it too, then choose all parts together."
    shown = [str(number) for number in numbers[:10]]
    named = f"{', '.join(shown[:-1])} and {shown[-1]}" if len(numbers) <= len(shown) else f"{', '.join(shown)} and more"
    return f"Parts {named} of this export are missing. Download them too, then choose all parts together."
