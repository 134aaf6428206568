#!/bin/sh
# Rate at which the AWS source reads a synthetic bulk price list of 400 MB under a heap limit, beside Jackson's own
# stream of tokens over the same bytes. Run "make bench" or the first line of it before, which builds the jars.
# Usage: benchmarks/load/price-list.sh [HEAP]
set -eu
heap=${1:-128m}
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
jars=$project/benchmarks/target/lib
[ -d "$jars" ] || { echo "no $jars: build it with ./mvnw -q -Pbenchmarks -DskipTests package -pl benchmarks -am" >&2; exit 1; }
. "$project/.mvn/find-jdk.sh"
find_jdk 25
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

speed() { "$JAVA_HOME/bin/java" "-Xmx$1" -cp "$jars/*" ai.artenic.optimizer.benchmarks.PriceListSpeed "$2" "$scratch/index.json" ${3-}; }

for order in write write-last; do # on-demand terms before the reserved ones, as AWS has them, and after
  speed 512m $order 55000
  speed "$heap" read
done
