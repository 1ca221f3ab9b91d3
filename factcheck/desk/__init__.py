"""What a desk decides about findings: its configuration, its marks, its baseline."""
