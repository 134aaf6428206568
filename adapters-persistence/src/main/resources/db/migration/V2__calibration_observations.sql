-- What jobs taught about the estimates made for them, once per job. Estimates are those before any correction. A run out
-- of memory has no actual hours; memory is known of runs on GPUs only, the peak of those where it was measured.
create table optimizer_calibration_observations (
    training_job_id varchar(36) primary key,
    hardware_class  text collate "C" not null,
    workload_class  text collate "C" not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    modelled_hours  double precision,
    actual_hours    double precision,
    modelled_gb     double precision,
    usable_gb       double precision,
    peak_gb         double precision,
    check ((modelled_hours is null) = (actual_hours is null)),
    check ((modelled_gb is null) = (usable_gb is null)),
    check (actual_hours is not null or modelled_gb is not null)
);

-- The newest of a class, without reading the older ones. No other index is in order of recorded_at, lest the planner walk
-- through all classes in search of a rare one.
create index optimizer_calibration_observations_newest
    on optimizer_calibration_observations (hardware_class, workload_class, recorded_at desc);

-- The classes there are, each with the number of its observations. The sum tells at a glance whether anything was
-- recorded since, whatever the order in which transactions ended.
create table optimizer_calibration_classes (
    hardware_class text collate "C" not null,
    workload_class text collate "C" not null,
    observations   bigint not null,
    primary key (hardware_class, workload_class)
);
