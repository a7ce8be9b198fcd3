-- What customers were told, word for word (MSG-8): of the inbox in both languages as it was announced, of each outside channel
-- before it was sent. A name and links stand as #{name}; the values that were sent lie in "sealed" under the person's key.
create table messaging.sent_text (
    notice_id   bigint      not null references messaging.notice on delete cascade,
    channel     text        not null,
    language    text        not null check (language in ('ko', 'en')),
    template_id bigint      not null references messaging.template,
    policy_id   bigint,
    title       text        not null,
    body        text        not null,
    sealed      bytea,
    made_later  boolean     not null,
    written_at  timestamptz not null,
    primary key (notice_id, channel, language)
);

create function messaging.said_is_said() returns trigger language plpgsql as $$
begin
    raise exception 'what was said to a customer is not changed afterwards' using errcode = 'restrict_violation';
end $$;
create trigger said_is_said before update on messaging.sent_text
    for each row execute function messaging.said_is_said();

-- Notices of the time before: their words are made once more and marked as made later.
create table messaging.text_to_write (
    notice_id bigint primary key references messaging.notice on delete cascade
);
insert into messaging.text_to_write select id from messaging.notice where state = 'TOLD';
