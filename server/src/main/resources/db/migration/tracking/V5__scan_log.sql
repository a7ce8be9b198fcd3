-- How far each partition of the scan log is applied, moved in the transaction of the scans: exactly once, and a fence.
-- The id is Kafka's own for the topic: one that was made anew under the same name is another log.
create table tracking.log_position (
    log_id      uuid   not null,
    partition   int    not null check (partition >= 0),
    topic       text   not null,
    next_offset bigint not null check (next_offset >= 0),
    primary key (log_id, partition)
) with (fillfactor = 50);

-- Records that could not be applied: they hold up nothing and are not lost. Nothing tries them again by itself.
create table tracking.poisoned_record (
    log_id        uuid        not null,
    partition     int         not null,
    record_offset bigint      not null,
    value         bytea       not null,
    why           text        not null check (why in ('UNREADABLE', 'REFUSED')),
    detail        text        not null,
    kept_at       timestamptz not null,
    primary key (log_id, partition, record_offset)
);
