#!/usr/bin/env bash
# Write requirements/*.txt: every dependency of every set at one version, with the
# hashes of all its files, for every Python and platform. Argument: the uv to use.
set -euo pipefail
cd "$(dirname "$0")/.."
uv=$1

compile() {
  local target=requirements/$1.txt
  shift
  # No address of any registry goes into the files: they work with whichever is set up.
  "$uv" pip compile "$@" --output-file "$target" --quiet --upgrade \
    --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
  echo "$target: $(grep -c '==' "$target") packages"
}

# The larger sets take the versions of the run set as given.
same=(--constraint requirements/run.txt)
compile run pyproject.toml --group install
compile test pyproject.toml --group install --group test "${same[@]}"
compile bench pyproject.toml --group install --group bench "${same[@]}"
compile lock --group lock
