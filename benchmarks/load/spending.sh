#!/bin/sh
# What GET /cost/summary reads, a year by day, with 10,000 and with MOST outcomes in PostgreSQL, beside the plain
# aggregate over the raw table: by the day of recording, and by the day on which the job ended. Medians, each statement on
# a connection of its own. Makes a scratch database where the usual PG* variables lead, and drops it. Needs psql.
# Usage: PGHOST=… PGUSER=… benchmarks/load/spending.sh [MOST]
set -eu
most=${1:-1000000}
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
scratch=optimizer_spending_$$

sql() { psql -qAtX -v ON_ERROR_STOP=1 "$@"; }
sql -d postgres -c "create database $scratch"
trap 'sql -d postgres -c "drop database $scratch"' EXIT
trap 'exit 1' HUP INT TERM
migrations=$project/adapters-persistence/src/main/resources/db/migration
for number in $(ls "$migrations" | sed -n 's/^V\([0-9]*\)__.*/\1/p' | sort -n); do
  sql -d "$scratch" -1 -f "$migrations/V$number"__*.sql >/dev/null
done

fill() { # FIRST LAST
  sql -d "$scratch" -c "
    insert into training_outcomes (id, job_id, workload_spec, provider, instance_type, region, is_spot,
      actual_duration_hours, actual_cost_eur, success, created_at, outcome, workload_is_stated, regret_label, notes)
    select n, 'job-' || n, '{}', (array['aws', 'gcp', 'azure', 'lambda_labs'])[1 + n % 4], 'machine-' || n % 40,
      'region-' || n % 12, n % 3 = 0, n % 100 / 7.0, n % 1000 / 3.0, n % 20 > 0,
      timestamptz '2025-01-01Z' + n % 365 * interval '1 day',
      json_build_object('completed_at', to_char(timestamp '2025-01-01' + n % 365 * interval '1 day'
        + n % 86400 * interval '1 second', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')), true, 0, '[]'
    from generate_series($1, $2) n" -c 'vacuum analyze training_outcomes, optimizer_daily_spending'
}
median() { # ROUNDS STATEMENT
  for _ in $(seq "$1"); do
    sql -d "$scratch" -c '\timing on' -c "$2" | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p'
  done | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}
summary() {
  median 21 "select day, provider, name, jobs, cost_eur, hours, failed_jobs, wasted_cost_eur
    from optimizer_daily_spending
    where grouping = '$1' and day >= '2025-01-01' and day < '2026-01-01' order by day, provider, name"
}
aggregate() { # MOMENT
  median 5 "select cast($1 at time zone 'UTC' as date), sum(actual_cost_eur), count(*), sum(actual_duration_hours),
      count(*) filter (where not success), sum(actual_cost_eur) filter (where not success)
    from training_outcomes where $1 >= '2025-01-01Z' and $1 < '2026-01-01Z' group by 1 order by 1"
}

echo "outcomes | by day, ms | by day and provider, ms | aggregate by recording, ms | aggregate by end, ms"
first=1
for outcomes in 10000 "$most"; do
  fill "$first" "$outcomes"
  first=$((outcomes + 1))
  echo "$outcomes | $(summary total) | $(summary provider) | $(aggregate created_at) |" \
    "$(aggregate 'optimizer_spent_at(outcome, created_at)')"
done
