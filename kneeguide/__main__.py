"""``python -m kneeguide``: the same as the ``kneeguide`` command."""

import sys

from kneeguide.cli import main

sys.exit(main())
