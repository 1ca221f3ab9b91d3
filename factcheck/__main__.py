"""`python -m factcheck` is the command `factcheck`."""

from factcheck.commands import main

if __name__ == "__main__":
    main(prog_name="factcheck")
