create schema if not exists connections;
-- What staff filled in to reach outside systems (SET-1): each change is a row with all fields of a connection, and the newest counts.
-- Without a row the environment counts.
create table connections.change (
    id         bigint      generated always as identity primary key,
    connection text        not null,
    sealed     bytea,
    staff_id   bigint      not null,
    staff_name text        not null,
    at         timestamptz not null,
    reason     text        not null
);
create index change_by_connection on connections.change (connection, id desc);
create index change_by_time on connections.change (at);

-- What was changed is not changed again; only old keys are forgotten.
create function connections.keep_history() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (to_jsonb(old) - 'sealed') <> (to_jsonb(new) - 'sealed') or new.sealed is not null then
        raise exception 'the history of connections is only added to';
    end if;
    return new;
end $$;
create trigger change_keeps_history before update or delete on connections.change
    for each row execute function connections.keep_history();

-- One row that every change locks: changes come one after the other, and a process sees by it that it must read anew.
create table connections.version (
    only_row boolean primary key default true check (only_row),
    version  bigint  not null
);
insert into connections.version (version) values (0);
