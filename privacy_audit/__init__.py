"""The core of Privacy Audit: reads exports, models a person's online presence, asks questions of it; knows no window."""

__version__ = "0.1.0"
