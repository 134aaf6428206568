-- Waits for the turn to keep outcomes, then tells what is kept of query groups and jobs by then: how many outcomes were
-- ever kept (one row without a name), the groups that are known, and those of the jobs that have an outcome. Each
-- statement of a function like this sees what was committed before it began, so that nothing of the turns before is
-- missed.
--
-- Until the transaction ends, plans go by the indices (one that was made while a table was small, and is kept, would
-- read the whole of it for every batch when it has grown), and its commit does not wait for the disk.
create function optimizer_take_turn(groups text[], jobs text[])
    returns table (kind text, name text, outcomes bigint, best_relative_cost double precision)
    language plpgsql
as $$
begin
    perform set_config('enable_seqscan', 'off', true), set_config('synchronous_commit', 'off', true);
    return query
        select 'turn', null, counts.outcomes, cast(null as double precision) from optimizer_outcome_counts counts for update;
    if not found then
        raise exception 'optimizer_outcome_counts has no row, so that nobody can keep outcomes in turn';
    end if;
    return query
        select 'group', cast(known.query_id as text), cast(null as bigint), known.best_relative_cost
        from optimizer_query_groups known where known.query_id = any(groups)
        union all
        select 'job', cast(known.job_id as text), null, null from training_outcomes known where known.job_id = any(jobs);
end
$$;
