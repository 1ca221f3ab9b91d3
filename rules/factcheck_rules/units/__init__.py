"""FC4: units, money and the notation of times."""
