#!/bin/sh
# Removes each guard in turn, in a clone, and reports which test fails: end-to-end-tests/mutations/run.sh [part of a name]
here=$(cd "$(dirname "$0")" && pwd)
clone=$(mktemp -d)
git clone -q "$here/../.." "$clone" && cd "$clone" || exit 1
survivors=0
for patch in "$here"/*"$1"*.patch; do
  module=$(sed -n 's/^module: //p' "$patch")
  tests=$(sed -n 's/^test: //p' "$patch")
  git apply "$patch" || exit 1
  if ./mvnw -B verify -pl "$module" -am -Dspotless.check.skip=true -Dtest="$tests" -Dit.test="$tests" \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false >mutation.log 2>&1; then
    echo "$(basename "$patch" .patch): NOBODY NOTICED"
    survivors=$((survivors + 1))
  else
    echo "$(basename "$patch" .patch): $(grep -m 1 '^\[ERROR\] *[A-Za-z]*\(IT\|Tests\)\.' mutation.log)"
  fi
  git checkout -q .
done
rm -rf "$clone"
exit $survivors
