#!/bin/sh
# Runs seeds one after the other on one stack, and prints a line for each as it ends:
#   end-to-end-tests/seeds.sh [number of seeds, 20] [first seed, 1] [seconds of faults each, 60]
# and at the end the number of inflicted faults of each kind.
# Replays one: end-to-end-tests/seeds.sh 1 42
cd "$(dirname "$0")/.." || exit 1
report=end-to-end-tests/target/faults/seeds.txt
# The services are restarted many times: on few processors the optimizing compiler would take most of the time.
export JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS:--XX:TieredStopAtLevel=1}"
mkdir -p "$(dirname $report)" && : >$report
./mvnw -B -Pfaults verify -pl identity-provider,channel-service,hq-service,end-to-end-tests -am -Dtest=None \
  -Dit.test='ExactlyOnceUnderFaultsIT' -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dspotless.check.skip=true -Dfaults.runs="${1:-20}" -Dfaults.seed="${2:-1}" -Dfaults.seconds="${3:-60}" \
  >end-to-end-tests/target/faults/seeds.log 2>&1 &
build=$!
tail -n +1 -f $report &
lines=$!
wait $build
status=$?
sleep 1
kill $lines
echo "Faults by kind:"
sed -n 's/.* faults {\(.*\)}, quiet.*/\1/p' $report | tr ',' '\n' |
  awk -F= '{ sub(/^ +/, "", $1); times[$1] += $2 } END { for (kind in times) print "  " kind ": " times[kind] }' | sort
[ $status -eq 0 ] || echo "Not all green: see end-to-end-tests/target/faults/seeds.log"
exit $status
