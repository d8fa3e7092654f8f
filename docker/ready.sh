#!/usr/bin/env bash
# Succeeds if the service of this container reports that it is ready. Needs no curl, which base images may not contain.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT:-9080}"
printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r _ status _ <&3
[[ $status == 200 ]]
