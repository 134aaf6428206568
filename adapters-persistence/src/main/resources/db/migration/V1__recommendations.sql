-- Recommendations, exactly as they were answered. The first group of columns bears the platform's names and meanings,
-- so that the platform can read this table; the second group is what it takes to give the answer again.
create table optimizer_recommendations (
    id                         varchar(36) collate "C" primary key,
    training_job_id            varchar(36) unique,
    model_version              text,
    prediction_timestamp       timestamptz not null,
    recommended_provider       text not null,
    recommended_instance       text not null,
    recommended_rank           integer not null,
    estimated_duration_hours   double precision not null,
    estimated_cost_eur         numeric not null,
    confidence_score           double precision not null,
    alternatives               jsonb not null,
    total_instances_considered integer not null,
    instances_after_filter     integer not null,
    workload_spec              jsonb not null,

    query_id                   varchar(36) not null,
    workload_hash              varchar(64) not null,
    requested_mode             text not null,
    mode                       text not null,
    goal                       text not null,
    top_n                      integer not null,
    "constraints"              jsonb not null,
    catalog_snapshot_id        text not null,
    degraded                   jsonb not null,
    assumptions                jsonb not null,
    rejected                   jsonb not null,
    frontier_truncated         boolean not null
);

comment on column optimizer_recommendations.alternatives is
    'The whole ranked list, first choice first, with feature vectors; a feature that is missing is null';

create index optimizer_recommendations_newest
    on optimizer_recommendations (prediction_timestamp desc, id desc);
create index optimizer_recommendations_newest_of_provider
    on optimizer_recommendations (recommended_provider, prediction_timestamp desc, id desc);
