-- Said is said, but the words of somebody who was erased go, and who said something when stays (IDN-3). What law keeps of them was
-- put into the archive before.
create or replace function care.keep_as_said() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.at < nullif(current_setting('care.retention_until', true), '')::timestamptz then
            return old;
        end if;
    end if;
    if tg_op = 'UPDATE' and current_setting('care.erasing', true) = 'on' then
        if to_jsonb(new) - 'body' - 'detail' = to_jsonb(old) - 'body' - 'detail'
            and coalesce(to_jsonb(new) ->> 'body', to_jsonb(new) ->> 'detail') in ('–', '') then
            return new;
        end if;
    end if;
    raise exception 'what was said and done on a case is unalterable (%)', tg_table_name
        using errcode = 'restrict_violation';
end $$;
