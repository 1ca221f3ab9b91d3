"""Settings for all tests."""

from hypothesis import HealthCheck, settings

# How long an example takes says nothing on a shared machine.
settings.register_profile(
    "factcheck", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("factcheck")
