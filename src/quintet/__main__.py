"""`python -m quintet` is the same program as `quintet`."""

from quintet.cli import main

main()
