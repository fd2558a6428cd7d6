#!/usr/bin/env bash
# Make sure that the programs named as arguments are there: python:PATH chromium nginx
# java npm. What is missing is installed with apt-get as root or by passwordless sudo;
# where that is impossible, one sentence says what to install.
set -euo pipefail
cd "$(dirname "$0")/.."

stop() {
  echo "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

may_install() {
  has apt-get && { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }
}

# Install Debian packages; the first argument is what to tell who cannot.
install() {
  local advice=$1
  shift
  may_install || stop "$advice"
  echo "Installing $* with apt-get."
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends "$@" >/dev/null || stop "$advice"
}

provide_python() {
  local python=$1
  has "$python" || stop "Python 3.11 or newer is needed: no program named $python."
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
    || stop "Python 3.11 or newer is needed; try: make PYTHON=python3.11 ..."
  "$python" -c 'import ensurepip, venv' 2>/dev/null \
    || install "Python cannot make environments; install python3-venv." python3-venv
}

playwright_has_chromium() {
  local -r find='from playwright.sync_api import sync_playwright as start
with start() as p: print(p.chromium.executable_path)'
  [ -x "$(.venv/bin/python -c "$find" 2>/dev/null)" ]
}

# Debian has a package; Ubuntu's is a snap, which containers cannot run, so that
# there and without root Playwright fetches its own.
provide_chromium() {
  .venv/bin/playwright --version >/dev/null 2>&1 \
    || install "Playwright's driver needs libatomic; install libatomic1." libatomic1
  has chromium || has google-chrome || playwright_has_chromium && return
  if may_install && grep -qs '^ID=debian' /etc/os-release; then
    install "A browser is needed for the tests; install chromium." chromium
  elif may_install; then
    .venv/bin/playwright install --with-deps chromium
  else
    .venv/bin/playwright install chromium \
      || stop "A browser is needed for the tests; install chromium."
  fi
}

provide_nginx() {
  # Debian keeps nginx where an ordinary user's PATH does not look.
  has nginx || [ -x /usr/sbin/nginx ] \
    || install "A web server is needed for the tests; install nginx." nginx-light
}

provide_java() {
  has java || install "The HTML checker runs on Java; install default-jre-headless." \
    default-jre-headless
}

provide_npm() {
  has npm || install "The HTML checker comes from npm; install npm." npm
}

for wanted in "$@"; do
  case $wanted in
    python:*) provide_python "${wanted#python:}" ;;
    chromium | nginx | java | npm) "provide_$wanted" ;;
    *) stop "provide.sh does not know $wanted." ;;
  esac
done
