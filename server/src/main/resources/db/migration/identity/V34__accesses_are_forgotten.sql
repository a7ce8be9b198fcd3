-- Who looked at whom is kept two years (개인정보의 안전성 확보조치 기준 제8조, IDN-3). The application may not delete it; this destroys what is
-- older, and nothing of the last two years, whatever it is asked.
create index access_by_time on identity.access (at);
create function identity.forget_accesses(before timestamptz, most int) returns int language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    forgotten int;
begin
    with old as (
        select id from identity.access
        where at < least(before, shared.latest_moment() - interval '730 days')
        order by at limit most for update skip locked
    )
    delete from identity.access a using old where a.id = old.id;
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;
