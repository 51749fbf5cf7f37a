"""KneeGuide: a guided self-massage timer and diary for sore knees."""

__version__ = "0.1.0"
