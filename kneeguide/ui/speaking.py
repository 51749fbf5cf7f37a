"""From what the user chose to how the voice speaks."""

from kneeguide.core.settings import Loudness, Settings
from kneeguide.core.speech import QT_RATE
from kneeguide.services.voice import Manner

VOLUME = {Loudness.SOFT: 0.4, Loudness.MEDIUM: 0.7, Loudness.LOUD: 1.0}
"""On Qt's scale, from 0 to 1. Medium and loud differ by about 3 dB."""


def manner_of(settings: Settings) -> Manner:
    """How to speak with these settings."""
    return Manner(settings.voice_name, QT_RATE[settings.voice_rate], VOLUME[settings.voice_level])
