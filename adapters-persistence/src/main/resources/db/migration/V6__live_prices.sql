-- The live prices of each provider as last believed, packed: gzip over JSON, a provider may have 57,000 offers. The
-- lease says who works at a list; it ends by itself, so that a worker that died is waited for some minutes only, and
-- its number rises with each worker, so that one that was taken for dead cannot overwrite what its successor keeps.
create table optimizer_price_lists (
    provider     varchar(50) collate "C" primary key,
    version      bigint not null default 0,
    attempted_at timestamptz,
    has_failed   boolean not null default false,
    list         bytea,
    lease        bigint not null default 0,
    leased_until timestamptz
);

alter table optimizer_price_lists alter column list set storage external; -- it is compressed already

-- Prices from a moment on, appended when they change.
create table optimizer_price_points (
    number        bigint generated always as identity primary key,
    provider      varchar(50) collate "C" not null,
    instance_type text collate "C" not null,
    region        text collate "C" not null,
    zone          text collate "C",
    valid_from    timestamptz not null,
    on_demand_eur numeric not null,
    spot_eur      numeric,
    native_price  numeric not null,
    currency      text not null
);

create index optimizer_price_points_of_offer
    on optimizer_price_points (provider, instance_type, region, number desc);
create index optimizer_price_points_from on optimizer_price_points using brin (valid_from);

create table optimizer_fx_rates (
    currency text collate "C" not null,
    date     date not null,
    per_eur  numeric not null,
    primary key (currency, date)
);
