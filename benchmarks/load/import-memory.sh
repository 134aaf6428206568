#!/bin/sh
# Memory of a service with a heap of 128 MB that imports 10,000, 100,000 and 1,000,000 outcomes over HTTP, each size in a
# process of its own on an empty database: the highest heap after a collection, mostly of the young alone, what is left
# after a full one in the end, and the highest resident size.
# Trainings are off. Needs curl and jq.
# Usage: benchmarks/load/import-memory.sh [LINES...]
set -eu
[ $# -gt 0 ] || set -- 10000 100000 1000000
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
. "$project/benchmarks/load/bodies.sh"
. "$project/.mvn/find-jdk.sh"
find_jdk 25
port=18092
base=http://127.0.0.1:$port
scratch=$(mktemp -d)
server=

trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true; rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
for count in "$@"; do
  ARTENIC_LTR__MIN_SAMPLES=1000000 OPTIMIZER_AOT=off OPTIMIZER_JAVA_OPTS="-Xmx128m -Xlog:gc:file=$scratch/gc-$count" \
    "$project/optimizer" serve --data-dir "$scratch/data-$count" --port $port >"$scratch/serve.log" 2>&1 &
  server=$!
  until curl -fs -o /dev/null "$base/health/ready"; do kill -0 $server; sleep 0.2; done
  bodies "$base" 5 "$scratch"
  time=$(lines "$scratch/stated" "$count" memory | curl -fsS -H 'Content-Type: application/x-ndjson' -X POST -T - \
    -o "$scratch/imported" -w '%{time_total}' "$base/api/v1/optimizer/outcomes/import")
  jq -e ".accepted == $count" "$scratch/imported" >/dev/null
  resident=$(sed -n 's/^VmHWM:[[:space:]]*\([0-9]*\) kB/\1/p' /proc/$server/status)
  heap=$(sed -n 's/.*->\([0-9]*\)M(.*/\1/p' "$scratch/gc-$count" | sort -n | tail -n 1)
  "$JAVA_HOME/bin/jcmd" "$server" GC.run >/dev/null
  live=$(sed -n 's/.*->\([0-9]*\)M(.*/\1/p' "$scratch/gc-$count" | tail -n 1)
  echo "$count lines in $time s: heap after a collection at most $heap MB, after a full one in the end $live MB," \
    "resident at most $((resident / 1024)) MB"
  kill $server
  wait $server || true
done
