-- Which promises are looked at again since a day was declared or withdrawn, and how far that has come.
create table promise.calendar_look (
    day_id      bigint      not null,
    withdrawn   boolean     not null,
    day         date        not null,
    scope       text        not null,
    carrier     text,
    tenant_id   bigint,
    changed_at  timestamptz not null,
    looked_to   bigint      not null default 0,
    looked      bigint      not null default 0,
    finished_at timestamptz,
    primary key (day_id, withdrawn)
);
create index calendar_look_open on promise.calendar_look (changed_at) where finished_at is null;
