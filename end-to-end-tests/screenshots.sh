#!/bin/sh
# Starts a system, fills it through its public API, and takes the pictures of docs/screenshots:
#   end-to-end-tests/screenshots.sh
cd "$(dirname "$0")/.." || exit 1
exec ./mvnw -B -Pscreenshots verify -pl identity-provider,channel-service,hq-service,end-to-end-tests -am \
  -Dtest=None -Dit.test='DocumentationScreenshotsIT,FrontEndPicturesIT' -Dsurefire.failIfNoSpecifiedTests=false \
  -Dfailsafe.failIfNoSpecifiedTests=false -Dspotless.check.skip=true
