-- Changes of the calendar by which the clocks of open cases were moved: a change moves them once, however often it is heard of.
create table care.calendar_change (
    day_id    bigint      not null,
    withdrawn boolean     not null,
    moved     int         not null,
    moved_at  timestamptz not null,
    primary key (day_id, withdrawn)
);
