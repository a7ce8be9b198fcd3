-- The timers of promises (lazy timers). The next look stood in an index of the promises: a parcel's stages move it, and with an
-- indexed column PostgreSQL writes a new entry into every index of that wide row (decision 12). It is an index by hand now,
-- kept up by the database itself, so that no writer can forget it: whatever sets next_check_at moves its entry here.
create table promise.due (
    at         timestamptz not null,
    promise_id bigint      not null,
    primary key (at, promise_id)
) with (autovacuum_vacuum_scale_factor = 0.05);

insert into promise.due (at, promise_id)
select next_check_at, id from promise.promise where state = 'OPEN' and next_check_at is not null;
drop index promise.promise_due;

create function promise.move_due() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.next_check_at is not null and old.state = 'OPEN' then
        delete from promise.due where at = old.next_check_at and promise_id = old.id;
    end if;
    if new.next_check_at is not null and new.state = 'OPEN' then
        insert into promise.due (at, promise_id) values (new.next_check_at, new.id);
    end if;
    return null;
end $$;

create trigger promise_begins_due after insert on promise.promise
    for each row when (new.next_check_at is not null) execute function promise.move_due();
create trigger promise_moves_due after update on promise.promise
    for each row when (old.next_check_at is distinct from new.next_check_at or old.state <> new.state)
    execute function promise.move_due();
