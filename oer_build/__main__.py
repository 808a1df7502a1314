"""`python -m oer_build` is `oer`."""

from oer_build.cli import main

if __name__ == "__main__":
    main()
