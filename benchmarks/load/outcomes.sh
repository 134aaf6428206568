#!/bin/sh
# Outcomes kept durably per second, beside what the same PostgreSQL takes with nothing learned from them, in one run:
# POST /outcomes beside a bare handler that inserts one row per request, both from 64 connections and by turns, and
# POST /outcomes/import beside plain JDBC batches of 1,000 of the same rows, ready in memory. Each with workloads stated,
# with recommendations followed that the service gave since it started, and with older ones, which it has to read.
# Trainings are off, as they take a core while they last. The figures are of each round, and of the median round at the
# end. Needs wrk, curl, jq and bc.
# Usage: benchmarks/load/outcomes.sh [SECONDS [ROUNDS [CANDIDATES]]]
set -eu
seconds=${1:-10}
rounds=${2:-5}
candidates=${3:-10}
rows=50000
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
. "$project/benchmarks/load/bodies.sh"
. "$project/.mvn/find-jdk.sh"
find_jdk 25
. "$project/.mvn/jvm-options.sh"
port=18090
base=http://127.0.0.1:$port
bare=http://127.0.0.1:18091
scratch=$(mktemp -d)
servers=

trap 'kill $servers 2>/dev/null; wait $servers 2>/dev/null || true; rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
(cd "$project" && ./mvnw -q -Pbenchmarks -DskipTests -Djacoco.skip package -pl benchmarks -am)
serve() {
  ARTENIC_LTR__MIN_SAMPLES=1000000 "$project/optimizer" serve --data-dir "$scratch/data" --port $port >>"$scratch/serve.log" 2>&1 &
  servers=$!
  until curl -fs -o /dev/null "$base/health/ready"; do kill -0 $servers; sleep 0.2; done
}
serve
bodies "$base" "$candidates" "$scratch"
mv "$scratch/followed" "$scratch/older"
kill $servers
wait $servers || true
serve
bodies "$base" "$candidates" "$scratch"
# shellcheck disable=SC2086 # the options are several words
"$JAVA_HOME/bin/java" $jvm_options -cp "$project/benchmarks/target/lib/*" \
  ai.artenic.optimizer.benchmarks.BareOutcomes "$scratch/data" 18091 >"$scratch/bare.log" 2>&1 &
servers="$servers $!"
until curl -s -o /dev/null "$bare"; do kill -0 $!; sleep 0.2; done

cat >"$scratch/outcomes.lua" <<'LUA'
local bodies = {}
for line in io.lines(os.getenv("BODIES")) do
  bodies[#bodies + 1] = { line:match("^(.-)JOB(.*)$") }
end
local prefix, count = os.getenv("PREFIX"), 0
wrk.headers["Content-Type"] = "application/json"
function request()
  count = count + 1
  local body = bodies[count % #bodies + 1]
  return wrk.format("POST", nil, nil, body[1] .. prefix .. count .. body[2])
end
LUA

job=0
singles() { # URL BODIES SECONDS
  job=$((job + 1))
  BODIES="$scratch/$2" PREFIX="s$job-" wrk -t1 -c64 --timeout 10s -d"$3"s -s "$scratch/outcomes.lua" "$1" >"$scratch/wrk"
  if grep -E 'Non-2xx|Socket errors' "$scratch/wrk" >&2; then return 1; fi
  sed -n 's/^Requests\/sec: *//p' "$scratch/wrk" >"$scratch/rate"
}
alternate() { # KIND SECONDS: in turns of two seconds, lest one has the machine while it is slower
  ours=0
  theirs=0
  turns=$((($2 + 1) / 2))
  for _ in $(seq "$turns"); do
    singles "$bare/outcomes" "$1" 2
    theirs=$(echo "$theirs + $(cat "$scratch/rate")" | bc)
    singles "$base/api/v1/optimizer/outcomes" "$1" 2
    ours=$(echo "$ours + $(cat "$scratch/rate")" | bc)
  done
  compare "post-$1" "$(echo "$ours / $turns" | bc)" "$(echo "$theirs / $turns" | bc)"
}
import() { # BODIES ROWS
  job=$((job + 1))
  lines "$scratch/$1" "$2" "i$job" >"$scratch/lines"
  time=$(curl -fsS -H 'Content-Type: application/x-ndjson' -X POST -T "$scratch/lines" -o "$scratch/imported" \
    -w '%{time_total}' "$base/api/v1/optimizer/outcomes/import")
  jq -e ".accepted == $2" "$scratch/imported" >/dev/null
  echo "$2 / $time" | bc >"$scratch/rate"
}
batches() { # BODIES ROWS
  job=$((job + 1))
  lines "$scratch/$1" "$2" "b$job" >"$scratch/lines"
  curl -fsS -X POST --data-binary @"$scratch/lines" "$bare/batches" | cut -d ' ' -f 1 >"$scratch/rate"
}
compare() { # TITLE OURS BARE
  ratio=$(echo "scale=3; $2 / $3" | bc)
  echo "  $1: $2/s, bare $3/s, ratio $ratio"
  echo "$ratio $2 $3" >>"$scratch/$1"
}

for kind in stated followed older; do # until the compilers have settled
  singles "$base/api/v1/optimizer/outcomes" $kind 30
  singles "$bare/outcomes" $kind 20
  import $kind $rows
  batches $kind $rows
done
for round in $(seq "$rounds"); do
  echo "round $round"
  for kind in stated followed older; do
    alternate $kind "$seconds"
    batches $kind $rows && theirs=$(cat "$scratch/rate")
    import $kind $rows && compare "import-$kind" "$(cat "$scratch/rate")" "$theirs"
  done
done
echo "median"
for title in post-stated post-followed post-older import-stated import-followed import-older; do
  sort -n "$scratch/$title" | sed -n "$(((rounds + 1) / 2))p" |
    while read -r ratio ours theirs; do echo "  $title: ratio $ratio ($ours/s, bare $theirs/s)"; done
done
