-- Who did what at the doors, from where, and what came of it; ids only, no secret and nothing personal. One row may stand for many of a flood.
create table identity.security_log (
    id        bigint      generated always as identity primary key,
    at        timestamptz not null,
    kind      text        not null,
    outcome   text        not null check (outcome in ('DONE', 'REFUSED', 'SLOWED')),
    tenant_id bigint,
    staff_id  bigint,
    person_id bigint,
    address   text        not null,
    detail    text        not null,
    times     int         not null default 1 check (times > 0)
);
create index security_log_by_at on identity.security_log (at);

create function identity.refuse_log_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < shared.latest_moment() - interval '365 days' then
        return old;
    end if;
    raise exception 'the security log is only added to';
end $$;
-- The application may not delete its rows; this lets go what is older, and nothing of the last year, whatever it is asked.
create function identity.forget_security_log(before timestamptz) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
begin
    delete from identity.security_log where at < least(before, shared.latest_moment() - interval '365 days');
end $$;
create trigger security_log_append_only before update or delete on identity.security_log
    for each row execute function identity.refuse_log_change();
