"""Settings of the whole test run."""

import os

from hypothesis import settings

# The first example of a property may load spaCy; time is measured in benchmarks, never in tests.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")

os.environ.setdefault("COLUMNS", "200")
