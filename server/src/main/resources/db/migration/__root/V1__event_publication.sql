-- The registry of facts that listeners have not yet dealt with (Spring Modulith); completed ones are deleted at once.
create table event_publication (
    id                     uuid primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);

create index event_publication_by_completion_date on event_publication (completion_date);
