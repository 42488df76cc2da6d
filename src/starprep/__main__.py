"""`python -m starprep` is the same as the command `starprep`."""

from starprep.cli.command_line import main

if __name__ == "__main__":
    raise SystemExit(main())
