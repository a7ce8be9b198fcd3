-- Words on a case hold a placeholder for each part that leads to a person; as they were typed they lie here, sealed under the key
-- of the case's customer. The start after this migration brings the rows over.
create table care.original (
    place     text   not null check (place in ('MESSAGE', 'EVENT')),
    row_id    bigint not null,
    case_id   bigint not null references care.support_case,
    person_id bigint not null,
    sealed    bytea  not null,
    primary key (place, row_id)
);
create index original_by_case on care.original (case_id);
create index original_by_person on care.original (person_id);

-- Whether somebody has looked for such parts: new rows always, rows of before once.
alter table care.case_message add column masked boolean not null default false;
alter table care.case_message alter column masked set default true;
alter table care.case_event add column masked boolean not null default false;
alter table care.case_event alter column masked set default true;
alter table care.support_case add column masked boolean not null default false;
alter table care.support_case alter column masked set default true;
alter table care.task add column masked boolean not null default false;
alter table care.task alter column masked set default true;
create index case_message_unmasked on care.case_message (id) where not masked;
create index case_event_unmasked on care.case_event (id) where not masked;
create index support_case_unmasked on care.support_case (id) where not masked;
create index task_unmasked on care.task (id) where not masked;

-- Said is said, but for two things: once, what leads to a person moves under their key, and nothing else of the row may change;
-- and the words of somebody who leaves go, while it stays who said something when.
create function care.keep_words() returns trigger language plpgsql as $$
begin
    if not old.masked and new.masked and to_jsonb(new) - '{body,detail,masked}'::text[]
            = to_jsonb(old) - '{body,detail,masked}'::text[] then
        return new;
    end if;
    if current_setting('care.erasing', true) = 'on' and to_jsonb(new) - '{body,detail}'::text[]
            = to_jsonb(old) - '{body,detail}'::text[]
            and coalesce(to_jsonb(new) ->> 'body', to_jsonb(new) ->> 'detail') in ('–', '') then
        return new;
    end if;
    raise exception 'what was said and done on a case is unalterable (%)', tg_table_name
        using errcode = 'restrict_violation';
end $$;

drop trigger keep_as_said on care.case_message;
drop trigger keep_as_said on care.case_event;
create trigger keep_as_said before delete on care.case_message
    for each row execute function care.keep_as_said();
create trigger keep_words before update on care.case_message
    for each row execute function care.keep_words();
create trigger keep_as_said before delete on care.case_event
    for each row execute function care.keep_as_said();
create trigger keep_words before update on care.case_event
    for each row execute function care.keep_words();
