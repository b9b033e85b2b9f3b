"""The core of Privacy Audit: reads exports, models a person's presence online and asks questions of it; no window."""

__version__ = "0.1.0"
