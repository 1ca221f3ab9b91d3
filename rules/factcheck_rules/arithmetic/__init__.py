"""FC2: the sums an editor does by hand."""
