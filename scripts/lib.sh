# shellcheck shell=bash
# What several scripts need to know about this machine: where its programs lie. Sourced, never run.

# The newest PostgreSQL on this machine, as the folder of its programs; empty where there is none.
# Debian keeps initdb and postgres out of the PATH.
postgres_bin() {
  local newest
  newest=$(find /usr/lib/postgresql -mindepth 3 -maxdepth 3 -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1)
  if [ -z "$newest" ] && command -v initdb >/dev/null; then
    newest=$(readlink -f "$(command -v initdb)")
  fi
  [ -z "$newest" ] || dirname "$newest"
}

# A Chromium that really starts, or empty. CHROMIUM in the environment wins.
# (On Ubuntu the package may be a stub that only tells you to install a snap.)
chromium_path() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name" >/dev/null && "$name" --version >/dev/null 2>&1; then
      command -v "$name"
      return
    fi
  done
}
