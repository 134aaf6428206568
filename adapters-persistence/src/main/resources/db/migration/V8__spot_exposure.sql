-- How often spot nodes were taken back from jobs, and in how many hours of one node, by where they ran: what the hazard of
-- spot nodes is believed from. Kept in step by whoever keeps outcomes; jobs of which nobody said whether they were
-- interrupted are not in it.
create table optimizer_spot_exposure (
    provider       varchar(50) collate "C" not null,
    instance_type  text collate "C" not null,
    region         text collate "C" not null,
    jobs           bigint not null,
    preemptions    double precision not null,
    exposure_hours double precision not null,
    primary key (provider, instance_type, region)
);

comment on column optimizer_spot_exposure.region is 'Empty where the outcomes name none';

insert into optimizer_spot_exposure
select provider, instance_type, coalesce(region, ''), count(*), sum(preemptions), sum(exposure_hours)
from (
    select
        provider, instance_type, region,
        actual_duration_hours * coalesce(cast(outcome ->> 'node_count' as integer), 1) as exposure_hours,
        coalesce(
            cast(outcome ->> 'preemption_count' as double precision),
            case
                when cast(outcome ->> 'preempted' as boolean) or outcome ->> 'failure_kind' = 'capacity' then 1
                when not cast(outcome ->> 'preempted' as boolean) then 0
            end) as preemptions
    from training_outcomes where is_spot) as seen
where preemptions is not null
group by provider, instance_type, coalesce(region, '');
