"""FC1: estimates and figures."""
