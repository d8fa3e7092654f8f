#!/usr/bin/env bash
# Prints the section of a version from CHANGELOG.md: .github/release-notes.sh 1.2.0
set -euo pipefail
cd "$(dirname "$0")/.."
notes=$(awk -v heading="## [${1:?version}]" '
    index($0, heading) == 1 { inside = 1; next }
    inside && /^## \[/ { exit }
    inside { print }
' CHANGELOG.md)
[[ -n ${notes//[[:space:]]/} ]] || { echo "CHANGELOG.md has no section [$1]." >&2; exit 1; }
printf '%s\n' "$notes"
