create table optimizer_recommendations (
    id                         varchar(36) collate "C" primary key,
    training_job_id            varchar(36) unique,
    model_version              varchar(50),
    prediction_timestamp       timestamptz not null,
    recommended_provider       varchar(50) not null,
    recommended_instance       varchar(100) not null,
    recommended_rank           integer not null,
    estimated_duration_hours   double precision not null,
    estimated_cost_eur         numeric not null,
    confidence_score           double precision not null,
    alternatives               jsonb not null,
    total_instances_considered integer not null,
    instances_after_filter     integer not null,
    workload_spec              jsonb not null,
    query_id                   uuid not null,
    workload_hash              char(64) not null,
    mode                       varchar(20) not null,
    request                    jsonb not null,
    catalog_snapshot_id        varchar(64) not null,
    degraded                   jsonb not null,
    assumptions                jsonb not null,
    rejected                   jsonb not null,
    frontier_truncated         boolean not null
);

comment on table optimizer_recommendations is 'Rankings exactly as they were answered.';
comment on column optimizer_recommendations.alternatives is 'The ranked list, first choice included, with feature vectors.';
comment on column optimizer_recommendations.request is 'Constraints, goal, requested mode and top_n.';

create index optimizer_recommendations_newest on optimizer_recommendations (prediction_timestamp desc, id desc);
create index optimizer_recommendations_provider
    on optimizer_recommendations (recommended_provider, prediction_timestamp desc, id desc);
