create schema if not exists shared;

-- How far a world with its own time (demo, replay) has come; one row at most.
create table shared.world_time (
    only_row   boolean primary key default true check (only_row),
    reached_at timestamptz not null
);
