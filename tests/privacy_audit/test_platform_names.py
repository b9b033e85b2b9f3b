"""Platforms are called in reports as their importers call them."""

import pytest

from privacy_audit.importers import IMPORTERS
from privacy_audit.importing import Importer
from privacy_audit.platform_names import platform_name


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.id)
def test_every_importer_is_called_by_its_name(importer: Importer) -> None:
    assert importer.title.startswith(platform_name(importer.id))


def test_ids_of_several_words() -> None:
    assert platform_name("my-site") == "My Site"
