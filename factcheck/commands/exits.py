"""The exit codes, never a count; 0 is nothing found that fails."""

FOUND = 1
MISUSE = 2
FAILED = 3

# As shells count them: 128 and the number of the signal.
INTERRUPTED = 130
PIPE_CLOSED = 141
