-- Outcomes of jobs. The first group of columns bears the platform's names and meanings, so that the platform can read
-- this table; the second group is what it takes to give the outcome again. Ids are the running numbers of the counts
-- below, without gaps, in the order of keeping.
create table training_outcomes (
    id                       bigint primary key,
    job_id                   varchar(36) not null unique,
    workload_spec            jsonb not null,
    provider                 varchar(50) collate "C" not null,
    instance_type            text not null,
    region                   text,
    is_spot                  boolean not null,
    actual_duration_hours    double precision not null,
    actual_cost_eur          numeric not null,
    predicted_duration_hours double precision,
    predicted_cost_eur       double precision,
    success                  boolean not null,
    primary_metric_name      text,
    primary_metric_value     double precision,
    created_at               timestamptz not null,

    outcome                  jsonb not null,
    workload_is_stated       boolean not null,
    recommendation_id        varchar(36) collate "C",
    regret_label             integer not null,
    notes                    jsonb not null
);

comment on column training_outcomes.outcome is
    'The fields as reported; without the workload where workload_is_stated, which is then that of workload_spec';

create index training_outcomes_newest_of_provider on training_outcomes (provider, id desc);
create index training_outcomes_of_recommendation on training_outcomes (recommendation_id, id desc)
    where recommendation_id is not null;
-- Moments rise with the rows, so ranges of blocks tell them apart at next to no cost.
create index training_outcomes_recorded on training_outcomes using brin (created_at) with (pages_per_range = 16);

-- What each job teaches the ranker, by the job's own id; again the platform's columns first. The label judges the
-- prediction and is empty where nothing was predicted. Written by one statement with the outcome, hence no foreign key.
create table optimizer_training_samples (
    id                varchar(36) primary key,
    recommendation_id varchar(36),
    sample_type       varchar(20) not null,
    query_id          varchar(36) not null,
    features          jsonb not null,
    relevance_label   integer,
    workload_hash     varchar(64) not null,
    created_at        timestamptz not null,

    outcome_id        bigint not null,
    relative_cost     double precision,
    feature_schema    text collate "C" not null
);

-- The newest of a schema, without reading those of another. No other index is in order of outcome_id, lest the planner
-- walk through all schemas in search of a rare one.
create index optimizer_training_samples_newest on optimizer_training_samples (feature_schema, outcome_id desc);

comment on column optimizer_training_samples.features is
    'Schema and values in its order; a feature that is missing is null';

create table optimizer_query_groups (
    query_id           varchar(36) collate "C" primary key,
    best_relative_cost double precision,
    samples            bigint not null
);

comment on column optimizer_query_groups.best_relative_cost is
    'Least cost over reference cost of a job that succeeded; empty where none did';

-- One row. Whoever keeps outcomes locks it first, so that they are kept one transaction after the other.
create table optimizer_outcome_counts (
    only_row     boolean primary key default true check (only_row),
    outcomes     bigint not null default 0,
    samples      bigint not null default 0,
    query_groups bigint not null default 0,
    label_0      bigint not null default 0,
    label_1      bigint not null default 0,
    label_2      bigint not null default 0,
    label_3      bigint not null default 0,
    label_4      bigint not null default 0
);

insert into optimizer_outcome_counts default values;

-- Trained models, never changed.
create table optimizer_models (
    version        text collate "C" primary key,
    number         bigint generated always as identity unique,
    feature_schema text not null,
    card           jsonb not null,
    model          text not null,
    checksum       varchar(64) not null,
    library        text not null,
    created_at     timestamptz not null default clock_timestamp()
);

-- Which model serves: the one promoted last, by number.
create table optimizer_promotions (
    number      bigint generated always as identity primary key,
    version     text collate "C" not null references optimizer_models,
    reason      text not null,
    promoted_at timestamptz not null
);

-- Trainings. Each time a worker takes a run the attempt rises, so that a worker that was taken for dead cannot
-- overwrite what its successor writes.
create table optimizer_retrain_runs (
    id            varchar(36) primary key,
    number        bigint generated always as identity unique,
    status        text not null,
    is_forced     boolean not null,
    reason        text,
    model_version text,
    requested_at  timestamptz not null,
    started_at    timestamptz,
    finished_at   timestamptz,
    attempt       integer not null default 0
);

create unique index optimizer_retrain_runs_at_most_one_not_over on optimizer_retrain_runs ((true))
    where finished_at is null;
