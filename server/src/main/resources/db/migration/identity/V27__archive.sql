-- What law keeps of people who were erased lies apart (개인정보 보호법 제21조 3항): in a schema of its own that belongs to a role of
-- its own, sealed under a key of its own, each with its reason and its end. It is reached by three functions and in no other way.
create schema if not exists archive;

create table archive.kept_record (
    id         bigint      generated always as identity primary key,
    tenant_id  bigint      not null,
    erasure_id bigint      not null,
    reason     text        not null check (reason in ('CONTRACT', 'COMPLAINT')),
    ref        text        not null,
    sealed     bytea       not null,
    until      timestamptz not null,
    unique (erasure_id, reason, ref)
);
create index kept_record_ends on archive.kept_record (until);

create function archive.keep(tenant bigint, erasure bigint, why text, what text, content bytea, ends timestamptz) returns void
    language sql security definer set search_path = archive, pg_temp as $$
    insert into archive.kept_record (tenant_id, erasure_id, reason, ref, sealed, until)
    values (tenant, erasure, why, what, content, ends)
    on conflict (erasure_id, reason, ref) do nothing
$$;

create function archive.of_erasure(tenant bigint, erasure bigint)
    returns table (id bigint, reason text, ref text, sealed bytea, until timestamptz)
    language sql stable security definer set search_path = archive, pg_temp as $$
    select k.id, k.reason, k.ref, k.sealed, k.until
    from archive.kept_record k where k.tenant_id = tenant and k.erasure_id = erasure order by k.id
$$;

create function archive.destroy_ended(now timestamptz) returns int
    language sql security definer set search_path = archive, pg_temp as $$
    with gone as (delete from archive.kept_record k where k.until <= now returning 1) select count(*)::int from gone
$$;

revoke all on archive.kept_record from public;

-- A role belongs to the whole server, not to one database: another start may make it in the same moment.
do $$
begin
    if not exists (select 1 from pg_roles where rolname = 'dochak_archive') then
        begin
            create role dochak_archive nologin;
        exception when duplicate_object or unique_violation then null;
        end;
    end if;
    if not pg_has_role(current_user, 'dochak_archive', 'member') then
        execute format('grant dochak_archive to %I', current_user);
    end if;
    alter schema archive owner to dochak_archive;
    alter table archive.kept_record owner to dochak_archive;
    alter function archive.keep(bigint, bigint, text, text, bytea, timestamptz) owner to dochak_archive;
    alter function archive.of_erasure(bigint, bigint) owner to dochak_archive;
    alter function archive.destroy_ended(timestamptz) owner to dochak_archive;
exception when insufficient_privilege then
    raise warning 'the role dochak_archive cannot be made by %; the archive belongs to it', current_user;
end $$;
grant usage on schema archive to public;
