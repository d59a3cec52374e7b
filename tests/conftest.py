"""How far Hypothesis looks: a little on every desk; in CI 2,000 examples for each promise, 300 for each other law."""

import os

from hypothesis import HealthCheck, settings

_slow = [HealthCheck.too_slow]
settings.register_profile("desk", max_examples=60, deadline=None, suppress_health_check=_slow)
settings.register_profile("ci", max_examples=300, deadline=None, derandomize=True, suppress_health_check=_slow)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "desk"))
