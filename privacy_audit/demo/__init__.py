"""The invented officer: a Facebook export of somebody who does not exist, made by code, before and after the fixes."""

from privacy_audit.demo.export import OWN_FACTS, OWN_NAMES, build
from privacy_audit.demo.officer import Stage

__all__ = ["OWN_FACTS", "OWN_NAMES", "Stage", "build"]
