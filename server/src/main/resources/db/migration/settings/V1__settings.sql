create schema if not exists settings;
-- Numbers that are policy: each change is a row, and the newest that has begun to count is what a setting is (SET-1).
create table settings.change (
    id             bigint      generated always as identity primary key,
    key            text        not null,
    tenant_id      bigint,
    before         bigint      not null,
    number         bigint      not null,
    effect_from    timestamptz not null,
    staff_id       bigint      not null,
    staff_name     text        not null,
    at             timestamptz not null,
    reason         text        not null,
    needs_second   boolean     not null,
    second_id      bigint,
    second_name    text,
    second_at      timestamptz,
    withdrawn_id   bigint,
    withdrawn_name text,
    withdrawn_at   timestamptz,
    check ((second_id is null) = (second_at is null)),
    check ((withdrawn_id is null) = (withdrawn_at is null)),
    check (second_id is null or (needs_second and second_id <> staff_id))
);
create index change_by_setting on settings.change (key, tenant_id, id desc);

-- What was changed is not changed again: only who agreed and who took it back are added, once each.
create function settings.keep_history() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
        or (to_jsonb(old) - array ['second_id', 'second_name', 'second_at', 'withdrawn_id', 'withdrawn_name', 'withdrawn_at'])
           <> (to_jsonb(new) - array ['second_id', 'second_name', 'second_at', 'withdrawn_id', 'withdrawn_name', 'withdrawn_at'])
        or old.withdrawn_id is not null
        or (old.second_id is not null and new.second_id is distinct from old.second_id) then
        raise exception 'the history of settings is only added to';
    end if;
    return new;
end $$;
create trigger change_keeps_history before update or delete on settings.change
    for each row execute function settings.keep_history();

-- One row that every change locks: changes come one after the other, and a process sees by it that it must read anew.
create table settings.version (
    only_row boolean primary key default true check (only_row),
    version  bigint  not null
);
insert into settings.version (version) values (0);
