-- The catalogue snapshots that recommendations were made from, each once. The id is a hash of the content, so that a
-- row never changes, and one that was changed is found out.
create table optimizer_catalog_snapshots (
    id           text collate "C" primary key,
    published_at timestamptz not null,
    offers       integer not null,
    packed       bytea not null,
    kept_at      timestamptz not null default clock_timestamp()
);

alter table optimizer_catalog_snapshots alter column packed set storage external;

comment on column optimizer_catalog_snapshots.packed is 'JSON, gzipped';

-- No foreign key to the snapshot: recommendations from before have none.
alter table optimizer_recommendations
    add column basis       jsonb,
    add column exploration jsonb;

comment on column optimizer_recommendations.basis is
    'Weights, corrections, past runs and version it rests on besides request, snapshot and model; null in older rows';
comment on column optimizer_recommendations.exploration is
    'How the first place was filled, with its propensity; null where exploration was off';
