# Outcomes to report, one JSON object a line, with JOB in place of the job's id: 1,200 with the workload stated, and
# 1,200 of jobs that each followed a recommendation of its own, of this many candidates, at any of its ranks.
# Sourced by the scripts beside it, which need curl and jq.

workloads() {
  for params in 125 350 1300 2700 7000 13000; do
    for gigabytes in 1 2 5 10 20 50 100 200 500 1000; do
      for epochs in 1 2 3 5 10; do
        for precision in fp32 tf32 fp16 bf16; do
          echo "{\"dataset_size_gb\": $gigabytes, \"model_params_m\": $params, \"framework\": \"pytorch\"," \
            "\"gpu_required\": true, \"num_epochs\": $epochs, \"precision\": \"$precision\", \"method\": \"lora\"}"
        done
      done
    done
  done
}

bodies() { # BASE_URL CANDIDATES FOLDER: writes FOLDER/stated and FOLDER/followed
  workloads >"$3/workloads"
  jq -r --argjson candidates "$2" --arg url "$1/api/v1/optimizer/recommend" \
    '"next\nurl = \($url)\nsilent\nfail\nheader = \"Content-Type: application/json\"\ndata = \({workload: ., top_n: $candidates} | tojson | tojson)"' \
    "$3/workloads" | sed 1d | curl -fsS -K - >"$3/recommendations"
  jq -c -n --slurpfile workloads "$3/workloads" '[inputs] | to_entries[] | .key as $i | .value |
    .recommendation_id as $id | .recommendations | .[$i % length] |
    {job_id: "JOB", workload: $workloads[$i], recommendation_id: $id, provider, instance_type, region, is_spot,
     node_count, actual_duration_hours: (.estimated_hours.expected * 1.25),
     actual_cost_eur: (.estimated_cost_eur.expected * 1.25 * 1000 | ceil / 1000), success: true}' \
    "$3/recommendations" >"$3/both"
  jq -c 'del(.recommendation_id)' "$3/both" >"$3/stated"
  jq -c 'del(.workload)' "$3/both" >"$3/followed"
}

lines() { # BODIES COUNT PREFIX: so many lines of these bodies, each of a job of its own
  yes "$1" | head -n $(($2 / $(wc -l <"$1") + 1)) | xargs cat 2>/dev/null | head -n "$2" |
    cat -n | sed "s/^ *\([0-9]*\)\t\(.*\)JOB/\2$3-\1/"
}
