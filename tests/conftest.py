"""Settings for all tests."""

import os

from hypothesis import HealthCheck, settings

# How long an example takes says nothing on a shared machine. New examples are looked for at a
# desk, where somebody keeps what they find; a gate gives the same answer to the same commit.
settings.register_profile(
    "factcheck",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("factcheck")
