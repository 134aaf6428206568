-- What jobs cost, summed by the UTC day on which they ended, so that a summary reads as many rows as there are days and
-- groups, not as many as there are jobs. Written by a trigger: whoever inserts outcomes, a replica of an earlier version
-- too, has them summed in the same transaction.

-- When the money of a job counts as spent: when it ended, else when its outcome was recorded. Who says that a job ended
-- before 1970 does not know. The text is that of an instant in UTC, so that no setting of the session matters.
create function optimizer_spent_at(outcome jsonb, recorded_at timestamptz) returns timestamptz
    language sql immutable parallel safe
    return case when (outcome ->> 'completed_at') collate "C" >= '1970'
        then cast(outcome ->> 'completed_at' as timestamptz) else recorded_at end;

create index training_outcomes_spent on training_outcomes (optimizer_spent_at(outcome, created_at), id);

-- One row for each day and kind of group: of all jobs (total), of a provider, of its instance type, of its region. The
-- name is that of the instance type or region, else empty.
create table optimizer_daily_spending (
    grouping        text collate "C" not null check (grouping in ('total', 'provider', 'instance_type', 'region')),
    day             date not null,
    provider        varchar(50) collate "C" not null,
    name            text collate "C" not null,
    jobs            bigint not null,
    cost_eur        numeric not null,
    hours           numeric not null,
    failed_jobs     bigint not null,
    wasted_cost_eur numeric not null,
    primary key (grouping, day, provider, name)
) with (fillfactor = 70);

-- How jobs that succeeded moved their primary metric, where they tell it from before and after.
create table optimizer_daily_metrics (
    day               date not null,
    provider          varchar(50) collate "C" not null,
    metric            text collate "C" not null,
    rises             numeric not null,
    rises_cost_eur    numeric not null,
    rises_jobs        bigint not null,
    falls             numeric not null,
    falls_cost_eur    numeric not null,
    falls_jobs        bigint not null,
    unmoved_cost_eur  numeric not null,
    unmoved_jobs      bigint not null,
    primary key (day, provider, metric)
) with (fillfactor = 70);

comment on column optimizer_daily_metrics.falls is 'Sum of the differences, without sign';

-- Adds outcomes to the sums, each group once. Rows are written in order, so that two who write cannot block each other
-- for ever. Sums are of decimals, which no order of adding changes; hours are the decimals that they are written as.
create function optimizer_roll_up(ids bigint[]) returns void
    language sql set extra_float_digits = 1
as $$
    with spent as materialized (
        select
            cast(optimizer_spent_at(outcome, created_at) at time zone 'UTC' as date) as day,
            provider, instance_type, coalesce(region, 'unknown') as region,
            actual_cost_eur as cost, cast(cast(actual_duration_hours as text) as numeric) as hours, success,
            primary_metric_name as metric,
            cast(outcome ->> 'primary_metric_after' as numeric)
                - cast(outcome ->> 'primary_metric_before' as numeric) as change
        from training_outcomes where id = any(ids)),
    metrics as (
        insert into optimizer_daily_metrics as kept
        select
            day, provider, metric,
            coalesce(sum(change) filter (where change > 0), 0),
            coalesce(sum(cost) filter (where change > 0), 0),
            count(*) filter (where change > 0),
            coalesce(-sum(change) filter (where change < 0), 0),
            coalesce(sum(cost) filter (where change < 0), 0),
            count(*) filter (where change < 0),
            coalesce(sum(cost) filter (where change = 0), 0),
            count(*) filter (where change = 0)
        from spent where success and change is not null and metric is not null
        group by 1, 2, 3
        order by 1, 2, 3
        on conflict (day, provider, metric) do update set
            rises = kept.rises + excluded.rises,
            rises_cost_eur = kept.rises_cost_eur + excluded.rises_cost_eur,
            rises_jobs = kept.rises_jobs + excluded.rises_jobs,
            falls = kept.falls + excluded.falls,
            falls_cost_eur = kept.falls_cost_eur + excluded.falls_cost_eur,
            falls_jobs = kept.falls_jobs + excluded.falls_jobs,
            unmoved_cost_eur = kept.unmoved_cost_eur + excluded.unmoved_cost_eur,
            unmoved_jobs = kept.unmoved_jobs + excluded.unmoved_jobs)
    insert into optimizer_daily_spending as kept
    select
        case grouping(provider, instance_type, region)
            when 7 then 'total' when 3 then 'provider' when 1 then 'instance_type' else 'region' end,
        day, coalesce(provider, ''), coalesce(instance_type, region, ''),
        count(*), sum(cost), sum(hours),
        count(*) filter (where not success), coalesce(sum(cost) filter (where not success), 0)
    from spent
    group by grouping sets ((day), (day, provider), (day, provider, instance_type), (day, provider, region))
    order by 1, 2, 3, 4
    on conflict (grouping, day, provider, name) do update set
        jobs = kept.jobs + excluded.jobs,
        cost_eur = kept.cost_eur + excluded.cost_eur,
        hours = kept.hours + excluded.hours,
        failed_jobs = kept.failed_jobs + excluded.failed_jobs,
        wasted_cost_eur = kept.wasted_cost_eur + excluded.wasted_cost_eur
$$;

create function optimizer_roll_up_added() returns trigger
    language plpgsql
as $$
begin
    perform optimizer_roll_up(array(select id from added));
    return null;
end
$$;

create trigger optimizer_roll_up after insert on training_outcomes
    referencing new table as added for each statement execute function optimizer_roll_up_added();

-- Makes the sums anew, for whoever changed or deleted outcomes by hand. Nobody can add outcomes meanwhile.
create function optimizer_rebuild_spending() returns void
    language plpgsql
as $$
declare
    block constant bigint := 50000;
    first bigint;
    last bigint;
begin
    lock table training_outcomes in share row exclusive mode;
    delete from optimizer_daily_spending;
    delete from optimizer_daily_metrics;
    select min(id), max(id) into first, last from training_outcomes;
    while first <= last loop
        perform optimizer_roll_up(array(select id from training_outcomes where id >= first and id < first + block));
        first := first + block;
    end loop;
end
$$;

do $$ begin perform optimizer_rebuild_spending(); end $$;
