#!/bin/sh
# Requests per second of POST /recommend (persist=false, top 5) while all live sources hang, beside the same with live prices
# off: two services take turns in one run, and the one whose turn it is not is stopped meanwhile. Needs wrk (Debian
# package wrk), curl, bc and python3.
# Usage: benchmarks/load/hanging-sources.sh [SECONDS]
set -eu
seconds=${1:-10}
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
off_port=18091
hanging_port=18092
silent_port=18093
scratch=$(mktemp -d)
pids=

stop() {
  for pid in $pids; do kill -CONT "$pid" 2>/dev/null || true; kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$scratch"
}
trap stop EXIT

# Takes every connection and says nothing.
cat >"$scratch/silent.py" <<'PY'
import socket
import sys

server = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=128)
held = []
while True:
    held.append(server.accept()[0])
    print(len(held), flush=True)
PY
python3 "$scratch/silent.py" $silent_port >"$scratch/connections" &
pids="$pids $!"

# The sources of this version are those that the service knows when it is asked for one that it does not know.
echo 'pricing.live=?' >"$scratch/unknown.properties"
sources=$("$project/optimizer" serve --config "$scratch/unknown.properties" 2>&1 | sed -n 's/.*; there are \([a-z_, ]*\).*/\1/p')
[ -n "$sources" ] || { echo "the sources are not known" >&2; exit 1; }
{
  echo 'pricing.live=all'
  for source in $(echo "$sources" | tr -d ,); do
    echo "pricing.$source.mirror=http://127.0.0.1:$silent_port"
    echo "pricing.$source.timeout=PT1H"
  done
  # Keys do not matter where nobody answers.
  echo 'pricing.gcp.api-key=none'
  echo 'pricing.hetzner.token=none'
  echo 'pricing.lambda_labs.api-key=none'
} >"$scratch/hanging.properties"
: >"$scratch/off.properties"

serve() { # NAME PORT
  "$project/optimizer" serve --store memory --port "$2" --config "$scratch/$1.properties" >"$scratch/$1.log" 2>&1 &
  server=$!
  pids="$pids $server"
  until curl -fs -o /dev/null "http://127.0.0.1:$2/health/ready"; do kill -0 $server; sleep 0.2; done
}

cat >"$scratch/recommend.lua" <<'LUA'
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = [[{"workload": {"dataset_size_gb": 50, "model_params_m": 7000, "framework": "pytorch",
  "gpu_required": true, "precision": "bf16", "method": "lora", "checkpointing": true}, "top_n": 5, "persist": false}]]
LUA
rate() { # PORT SECONDS
  wrk -t1 -c16 -d"$2"s -s "$scratch/recommend.lua" "http://127.0.0.1:$1/api/v1/optimizer/recommend" |
    sed -n 's/^Requests\/sec: *//p'
}

serve off $off_port
off=$server
rate $off_port 25 >/dev/null # until the compiler has settled
kill -STOP "$off"
serve hanging $hanging_port
hanging=$server
rate $hanging_port 25 >/dev/null
for round in 1 2 3; do
  with=$(rate $hanging_port "$seconds")
  kill -STOP "$hanging"
  kill -CONT "$off"
  without=$(rate $off_port "$seconds")
  kill -STOP "$off"
  kill -CONT "$hanging"
  echo "round $round: live prices off $without/s, $(tail -n1 "$scratch/connections") connections hanging $with/s," \
    "ratio $(echo "scale=3; $with / $without" | bc)"
done
