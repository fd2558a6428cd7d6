"""Run the command line: `python -m generator` is `qingdan`."""

from generator.cli import main

main()
