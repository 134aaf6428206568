-- Runs are read as a whole and by nothing but the service: as text that is known to be JSON they are written in less
-- than half the time it takes to bring every number of them into the database's own form.
alter table optimizer_group_runs alter column run type json;

-- Nobody asked how many samples a group has, and to count them meant to write its row for every outcome. Now it is
-- written when the best cost changes.
alter table optimizer_query_groups drop column samples;
