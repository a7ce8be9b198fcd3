-- Where a late parcel lost most time (PRM-4): beside the cause, what it was found from. Missing where nothing shows it, and of delays that were
-- found before. Seconds.
alter table promise.promise
    add column lost_part   text,
    add column lost_place  text,
    add column lost_toward text,
    add column lost_from   timestamptz,
    add column lost_until  timestamptz,
    add column lost_usual  bigint check (lost_usual >= 0),
    add constraint promise_lost check ((lost_part is null) = (lost_from is null) and (lost_part is null) = (lost_place is null)
                                       and (lost_part is null) = (lost_toward is null));

-- Every cause that was found of a promise, the last one in use.
create table promise.cause_found (
    id         bigint generated always as identity primary key,
    promise_id bigint      not null,
    found_at   timestamptz not null,
    cause      text        not null,
    part       text,
    place      text,
    toward     text,
    since      timestamptz,
    until      timestamptz,
    usual      bigint
);
create index cause_found_by_promise on promise.cause_found (promise_id, id);

insert into promise.cause_found (promise_id, found_at, cause)
select id, found_at, delay_cause from promise.promise where found_at is not null order by found_at, id;

create trigger cause_found_append_only before update or delete on promise.cause_found
    for each row execute function promise.refuse_change();
