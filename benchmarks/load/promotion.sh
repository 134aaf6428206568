#!/bin/sh
# Seconds from the answer of POST /models/{version}/promote at one replica until another replica on the same PostgreSQL
# answers by that version. Needs curl and jq.
# Usage: benchmarks/load/promotion.sh [ROUNDS]
set -eu
rounds=${1:-20}
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
. "$project/benchmarks/load/bodies.sh"
api=api/v1/optimizer
first=http://127.0.0.1:18093
second=http://127.0.0.1:18094
scratch=$(mktemp -d)
servers=

start() { # PORT OPTION VALUE
  ARTENIC_LTR__PROMOTION=always ARTENIC_LTR__MIN_SAMPLES=1200 ARTENIC_LTR__RETRAIN_AFTER=1000000 \
    "$project/optimizer" serve --port "$1" "$2" "$3" >"$scratch/serve-$1.log" 2>&1 &
  servers="$! $servers"
  until curl -fs -o /dev/null "http://127.0.0.1:$1/health/ready"; do kill -0 $!; sleep 0.2; done
}
models() { curl -fsS "$first/$api/models" | jq '.items | length'; }
question='{"workload": {"dataset_size_gb": 3, "model_params_m": 900, "framework": "pytorch", "gpu_required": true},
  "mode": "ltr", "persist": false}'
serving() { curl -sS --json "$question" "$1/$api/recommend" | jq -r '.model_version'; }
now() { date +%s.%N; }

trap 'kill $servers 2>/dev/null; wait $servers 2>/dev/null || true; rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
start 18093 --data-dir "$scratch/data"
password=$(cat "$scratch/data/password")
database=$(sed -n 4p "$scratch/data/postgresql/postmaster.pid")
start 18094 --database-url "postgresql://optimizer:$password@127.0.0.1:$database/postgres"
bodies "$first" 40 "$scratch"
lines "$scratch/followed" 6000 promotion |
  curl -fsS -H 'Content-Type: application/x-ndjson' -X POST -T - -o /dev/null "$first/$api/outcomes/import"
until [ "$(models)" -ge 1 ]; do sleep 1; done
curl -fsS -o /dev/null --json '{"force": true}' "$first/$api/retrain"
until [ "$(models)" -ge 2 ]; do sleep 1; done
curl -fsS "$first/$api/models" | jq -r '.items[].version' >"$scratch/versions"

for round in $(seq "$rounds"); do
  version=$(sed -n "$((round % 2 + 1))p" "$scratch/versions")
  curl -fsS -o /dev/null -X POST "$first/$api/models/$version/promote"
  promoted=$(now)
  until [ "$(serving "$second")" = "$version" ]; do sleep 0.02; done
  echo "$(now) - $promoted" | bc >>"$scratch/seconds"
done
sort -n "$scratch/seconds" | awk '{ s[NR] = $1 } END {
  printf "%d promotions: another replica serves after %.1f s (median), %.1f s (longest)\n", NR, s[int((NR + 1) / 2)], s[NR] }'
