#!/bin/sh
# Requests per second of POST /recommend (persist=false, top 5) beside a trivial JSON POST of the same server, in one run.
# The trivial POST is a question that is refused at once: {} has no workload. And POST /cost/compare of the same workload.
# Needs wrk (Debian package wrk), curl and bc.
# Usage: benchmarks/load/recommend.sh [SECONDS]
set -eu
seconds=${1:-10}
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
port=18090
base=http://127.0.0.1:$port
scratch=$(mktemp -d)

"$project/optimizer" serve --store memory --port $port >"$scratch/serve.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true; rm -rf "$scratch"' EXIT
until curl -fs -o /dev/null "$base/health/ready"; do kill -0 $server; sleep 0.2; done

cat >"$scratch/recommend.lua" <<'LUA'
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = [[{"workload": {"dataset_size_gb": 50, "model_params_m": 7000, "framework": "pytorch",
  "gpu_required": true, "precision": "bf16", "method": "lora", "checkpointing": true}, "top_n": 5, "persist": false}]]
LUA
cat >"$scratch/trivial.lua" <<'LUA'
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = "{}"
LUA

rate() { # BODY PATH SECONDS
  wrk -t1 -c16 -d"$3"s -s "$scratch/$1.lua" "$base/api/v1/optimizer/$2" | sed -n 's/^Requests\/sec: *//p'
}

rate recommend recommend 20 >/dev/null # until the compiler has settled
rate recommend cost/compare 15 >/dev/null
rate trivial recommend 5 >/dev/null
for round in 1 2 3; do
  trivial=$(rate trivial recommend "$seconds")
  recommend=$(rate recommend recommend "$seconds")
  compare=$(rate recommend cost/compare "$seconds")
  echo "round $round: trivial $trivial/s, recommend $recommend/s, ratio $(echo "scale=3; $recommend / $trivial" | bc);" \
    "compare $compare/s, $(echo "scale=2; $recommend / $compare" | bc) times a recommendation"
done
