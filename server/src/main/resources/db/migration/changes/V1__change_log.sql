create schema if not exists changes;

-- Every act of staff and every change of a setting (ASR-5). A row is written with the act and never changed; place and hash are given
-- once, when the row is sealed into the chain.
create table changes.entry (
    id        bigint      generated always as identity primary key,
    at        timestamptz not null,
    tenant_id bigint      not null,
    house     boolean     not null,
    staff_id  bigint,
    name      text        not null,
    roles     text        not null,
    address   text        not null,
    request   uuid,
    what      text        not null check (what <> ''),
    outcome   text        not null check (outcome in ('DONE', 'CAUTION', 'NOT_DONE', 'UNSURE')),
    kind      text        not null,
    object    text        not null,
    fields    text[]      not null,
    before    text[]      not null,
    after     text[]      not null,
    reason    text        not null,
    place     bigint unique check (place > 0),
    hash      text        check (length(hash) = 64),
    check ((place is null) = (hash is null)),
    check (cardinality(fields) = cardinality(before) and cardinality(fields) = cardinality(after))
);
create index entry_by_time on changes.entry (at desc, id desc);
create index entry_by_staff on changes.entry (staff_id, at desc);
create index entry_by_object on changes.entry (object, kind);
create index entry_by_request on changes.entry (request);
create index entry_unsealed on changes.entry (id) where place is null;

-- Where the chain ends, and after what it begins since older rows were let go.
create table changes.head (
    only_row   boolean primary key default true check (only_row),
    place      bigint not null,
    hash       text   not null check (length(hash) = 64),
    base_place bigint not null,
    base_hash  text   not null check (length(base_hash) = 64)
);
insert into changes.head values (true, 0, repeat('0', 64), 0, repeat('0', 64));

-- What each look at the whole chain found; broken is the place of the first row that is not as it was written.
create table changes.verification (
    id     bigint generated always as identity primary key,
    at     timestamptz not null,
    place  bigint      not null,
    hash   text        not null,
    lines  bigint      not null,
    broken bigint
);

-- Acts that have begun and are not over: what a killed process leaves here becomes a row of its own.
create table changes.begun (
    request   uuid        primary key,
    at        timestamptz not null,
    tenant_id bigint      not null,
    house     boolean     not null,
    staff_id  bigint,
    name      text        not null,
    roles     text        not null,
    address   text        not null,
    what      text        not null,
    kind      text        not null,
    object    text        not null
);
create index begun_by_time on changes.begun (at);

create function changes.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.place is null then
            return new;
        end if;
    elsif tg_op = 'UPDATE' then
        if old.place is null and new.place is not null
            and (to_jsonb(old) - array ['place', 'hash']) = (to_jsonb(new) - array ['place', 'hash']) then
            return new;
        end if;
    elsif tg_op = 'DELETE' then
        if old.place is not null and old.at < shared.latest_moment() - interval '731 days' then
            return old;
        end if;
    end if;
    raise exception 'the change log is only added to';
end $$;
create trigger entry_is_only_added_to before insert or update or delete on changes.entry
    for each row execute function changes.refuse_change();
create trigger entry_is_not_emptied before truncate on changes.entry
    for each statement execute function changes.refuse_change();

-- Gives rows their places at the end of the chain; the application may not write them itself.
create function changes.seal(ids bigint[], places bigint[], hashes text[]) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
begin
    update changes.entry e set place = s.place, hash = s.hash
    from unnest(ids, places, hashes) as s (id, place, hash)
    where e.id = s.id;
    update changes.head set place = places[cardinality(places)], hash = hashes[cardinality(hashes)];
end $$;

-- Lets go the oldest rows of the chain, and nothing of the last two years, whatever it is asked.
create function changes.forget(before timestamptz, most int) returns int language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    old_until timestamptz := least(before, shared.latest_moment() - interval '731 days');
    through   bigint;
    through_hash text;
    gone      int;
begin
    perform from changes.head for update;
    select coalesce((select e.place - 1 from changes.entry e where e.place is not null and e.at >= old_until order by e.place limit 1),
                    h.place)
    into through from changes.head h;
    select least(through, h.base_place + most) into through from changes.head h;
    select hash into through_hash from changes.entry where place = through;
    if through_hash is null then
        return 0;
    end if;
    delete from changes.entry where place <= through;
    get diagnostics gone = row_count;
    update changes.head set base_place = through, base_hash = through_hash;
    return gone;
end $$;
