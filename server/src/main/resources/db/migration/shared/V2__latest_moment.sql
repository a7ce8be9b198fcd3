-- How late it is at most: of the database's clock and the world's, the later one. Who may destroy history asks here whether its
-- time is over, so a caller cannot say so.
create function shared.latest_moment() returns timestamptz language plpgsql stable as $$
begin
    return greatest(now(), (select reached_at from shared.world_time));
end $$;
