-- Where and how long jobs of a query group ran, by the outcome that told it: what experience is made of. The hours are
-- those before any correction. Written with the outcome, hence no foreign key; outcomes kept before this table have none.
create table optimizer_group_runs (
    outcome_id bigint primary key,
    query_id   varchar(36) not null,
    run        jsonb not null
);

comment on column optimizer_group_runs.run is
    'Placement with the machine as it was then, class of the workload, modelled and actual hours, whether it failed';
