-- What customers were told is kept three years (EC-REC, IDN-3). The application may not delete it; this destroys what is older,
-- and nothing that is much younger, whatever it is asked: a world of its own time may be ahead of what it has saved.
create function messaging.forget_notices(before timestamptz, most int) returns int language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    forgotten int;
begin
    if before > shared.latest_moment() - interval '1000 days' then
        raise exception 'notices are kept three years, those since % among them', before;
    end if;
    with old as (
        select id from messaging.notice
        where detected_at < before and state <> 'HELD'
        order by detected_at limit most for update skip locked
    ), sent as (
        delete from messaging.delivery d using old where d.notice_id = old.id
    )
    delete from messaging.notice n using old where n.id = old.id;
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;
