#!/bin/sh
# Starts a system, fills it through its public API, and measures its pages with Lighthouse:
#   end-to-end-tests/lighthouse.sh
# The reports are in end-to-end-tests/target/lighthouse.
cd "$(dirname "$0")/.." || exit 1
./mvnw -B -Pfaults verify -pl identity-provider,channel-service,hq-service,end-to-end-tests -am -Dtest=None \
  -Dit.test=LighthouseIT -Dsurefire.failIfNoSpecifiedTests=false \
  -Dfailsafe.failIfNoSpecifiedTests=false -Dspotless.check.skip=true
status=$?
cat end-to-end-tests/target/lighthouse/lighthouse.log
exit $status
