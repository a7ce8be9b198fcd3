-- The application's role adds scans and changes none. Their weeks are tables, so its owner makes and drops them, by two
-- functions that can do nothing else.
create or replace function tracking.make_scan_week(monday date) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
begin
    if extract(isodow from monday) <> 1 then
        raise exception 'a week of scans begins on a Monday, not on %', monday;
    end if;
    execute format('create table if not exists tracking.%I partition of tracking.scan for values from (%L) to (%L)',
                   'scan_' || to_char(monday, 'YYYYMMDD'),
                   monday::timestamp at time zone 'Asia/Seoul', (monday + 7)::timestamp at time zone 'Asia/Seoul');
end $$;

-- The lock it needs stops the taking of scans for the moment of the drop, so it is waited for a second only.
create or replace function tracking.drop_scan_week(monday date) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
begin
    execute format('drop table if exists tracking.%I', 'scan_' || to_char(monday, 'YYYYMMDD'));
end $$;
