"""All that the program can read and ask: the one function by which a worker finds the importers and the checks."""

from checks import CHECKS
from privacy_audit.importers import IMPORTERS
from privacy_audit.worker import Catalogue


def catalogue() -> Catalogue:
    return Catalogue(IMPORTERS, CHECKS)
