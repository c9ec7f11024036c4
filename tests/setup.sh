#!/bin/sh
# Finds, or else installs, the programs that tests drive: a Chromium, a PostgreSQL server and Node,
# with the programs of tests/node.
# What it found goes to .test-env. A program that cannot be had is a failure, never a skip.
set -eu
cd "$(dirname "$0")/.."

fail() {
    printf '%s\n' "" "$@" >&2
    exit 1
}

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    as_root=no
fi

# Installs a Debian package; false where that is not possible.
apt_install() {
    [ "$as_root" != no ] && command -v apt-get >/dev/null || return 1
    echo "Installing $1 with apt-get ..."
    $as_root apt-get update -qq >/dev/null &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -qq -y --no-install-recommends "$1" >/dev/null
}

find_chromium() {
    for name in "${SCRIMMAGE_TEST_CHROMIUM:-}" chromium chromium-browser google-chrome; do
        chromium=$(command -v "$name" 2>/dev/null) || continue
        # Asked, not looked up: Ubuntu's chromium-browser may be a shell that asks for a snap.
        "$chromium" --version >/dev/null 2>&1 && return
    done
    chromium=$(.venv/bin/python - 2>/dev/null <<'END'
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
END
    ) && "$chromium" --version >/dev/null 2>&1
}

playwright_install() {
    echo "Installing Chromium with Playwright ..."
    said=$(.venv/bin/python -m playwright install chromium 2>&1) && return
    printf '%s\n' "$said" | grep -m 1 Error >&2
    return 1
}

find_postgres() {
    if initdb=$(command -v initdb); then
        # The folder behind a link: initdb looks for its programs beside itself.
        initdb=$(readlink -f "$initdb")
        pg_bin=${initdb%/*}
        [ -x "$pg_bin/postgres" ] && [ -x "$pg_bin/pg_ctl" ] && return
    fi
    pg_bin=$(ls -d "${SCRIMMAGE_TEST_PG_BIN:-/nowhere}" /usr/lib/postgresql/*/bin \
        /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin 2>/dev/null |
        sort -V | tail -n 1) || true
    [ -n "$pg_bin" ] && [ -x "$pg_bin/initdb" ] && [ -x "$pg_bin/postgres" ]
}

# The oldest that all programs of tests/node run on.
node_least=18

find_node() {
    node=$(command -v "${SCRIMMAGE_TEST_NODE:-node}") || return 1
    # Asked, not looked up: a name on PATH may be a shim with nothing behind it.
    too_old="parseInt(process.versions.node) < $node_least"
    "$node" -e "process.exit($too_old ? 1 : 0)" 2>/dev/null || return 1
    # The npm that stands beside this Node goes before any other.
    npm=$(PATH=${node%/*}:$PATH && command -v npm) && "$npm" --version >/dev/null 2>&1
}

# The programs of tests/node exactly as they are locked, and no script of theirs run.
npm_install() {
    lock=tests/node/package-lock.json
    installed=tests/node/node_modules/.package-lock.json
    [ -e "$installed" ] && [ ! "$lock" -nt "$installed" ] && return
    echo "Installing the programs of tests/node with npm ..."
    (cd tests/node && PATH="${node%/*}:$PATH" "$npm" ci \
        --ignore-scripts --no-audit --no-fund --loglevel=error) >&2 &&
        touch "$installed"
}

find_chromium ||
    { apt_install chromium && find_chromium; } ||
    { playwright_install && find_chromium; } ||
    fail "The tests drive the product in a browser, and no Chromium is here or could be installed." \
        "Debian:            sudo apt-get install chromium" \
        "Ubuntu and others: .venv/bin/python -m playwright install --with-deps chromium" \
        "If it is elsewhere, set SCRIMMAGE_TEST_CHROMIUM to its path."

find_postgres ||
    { apt_install postgresql && find_postgres; } ||
    fail "The tests need a PostgreSQL server, and none is here or could be installed." \
        "Debian and Ubuntu: sudo apt-get install postgresql" \
        "macOS:             brew install postgresql@17" \
        "If it is elsewhere, set SCRIMMAGE_TEST_PG_BIN to the folder with initdb and postgres."

find_node ||
    { apt_install nodejs && apt_install npm && find_node; } ||
    fail "The tests need Node $node_least or newer with npm, and none is here or could be installed." \
        "Debian 12, Ubuntu 24.04 or newer: sudo apt-get install nodejs npm" \
        "macOS:                            brew install node" \
        "Elsewhere:                        https://nodejs.org/en/download" \
        "If it is elsewhere, set SCRIMMAGE_TEST_NODE to the path of node."

npm_install ||
    fail "npm could not install the programs of tests/node; what it said is above." \
        "It needs the network (registry.npmjs.org, or the mirror that npm is set up for)."

cat >.test-env.new <<END
SCRIMMAGE_TEST_CHROMIUM=$chromium
SCRIMMAGE_TEST_PG_BIN=$pg_bin
SCRIMMAGE_TEST_NODE=$node
SCRIMMAGE_TEST_NODE_MODULES=$PWD/tests/node/node_modules
END
mv .test-env.new .test-env
