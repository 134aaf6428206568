#!/bin/sh
# GET /cost/export/focus of so many outcomes, by a service with a heap of 128 MB on an embedded PostgreSQL, each size in a
# process of its own: rows per second plain and compressed (medians of three), the highest heap after a collection while
# exporting, and the highest resident size. Trainings are off. Needs curl and jq.
# Usage: benchmarks/load/focus-export.sh [JOBS...]
set -eu
[ $# -gt 0 ] || set -- 10000 100000
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
. "$project/benchmarks/load/bodies.sh"
port=18094
base=http://127.0.0.1:$port
scratch=$(mktemp -d)
server=

trap 'kill $server 2>/dev/null || true; wait $server 2>/dev/null || true; rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
rate() { # JOBS ENCODING
  for _ in 1 2 3; do
    curl -fsS -H "Accept-Encoding: $2" -o "$scratch/exported" -w '%{time_total}\n' "$base/api/v1/optimizer/cost/export/focus"
  done | sort -n | awk -v jobs="$1" 'NR == 2 { printf "%d", jobs / $1 }'
}
for count in "$@"; do
  ARTENIC_LTR__MIN_SAMPLES=1000000 OPTIMIZER_AOT=off OPTIMIZER_JAVA_OPTS="-Xmx128m -Xlog:gc:file=$scratch/gc-$count" \
    "$project/optimizer" serve --data-dir "$scratch/data-$count" --port $port >"$scratch/serve.log" 2>&1 &
  server=$!
  until curl -fs -o /dev/null "$base/health/ready"; do kill -0 $server; sleep 0.2; done
  bodies "$base" 5 "$scratch"
  lines "$scratch/stated" "$count" focus | curl -fsS -H 'Content-Type: application/x-ndjson' -X POST -T - \
    -o "$scratch/imported" "$base/api/v1/optimizer/outcomes/import"
  jq -e ".accepted == $count" "$scratch/imported" >/dev/null
  before=$(wc -l <"$scratch/gc-$count")
  zipped=$(rate "$count" gzip)
  plain=$(rate "$count" identity)
  [ "$(wc -l <"$scratch/exported")" -eq $((count + 1)) ]
  size=$(($(wc -c <"$scratch/exported") / 1048576))
  heap=$(sed "1,${before}d" "$scratch/gc-$count" | sed -n 's/.*->\([0-9]*\)M(.*/\1/p' | sort -n | tail -n 1)
  resident=$(sed -n 's/^VmHWM:[[:space:]]*\([0-9]*\) kB/\1/p' /proc/$server/status)
  echo "$count jobs, $size MB: $plain rows/s, $zipped rows/s compressed, heap after a collection at most ${heap:-none} MB," \
    "resident at most $((resident / 1024)) MB"
  kill $server
  wait $server || true
done
