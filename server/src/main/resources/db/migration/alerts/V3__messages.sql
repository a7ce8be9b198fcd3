-- What goes out to staff: each once for an alert, a round, a way and whoever hears it. Its key is the message's name for ever.
create table alerts.message (
    id         bigint      generated always as identity primary key,
    alert_id   bigint      not null references alerts.alert on delete cascade,
    round      int         not null,
    way        text        not null check (way in ('MAIL', 'HOOK')),
    target     bigint      not null,
    key        uuid        not null default gen_random_uuid(),
    title      text        not null,
    body       text        not null,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'GIVEN_UP', 'NEEDLESS')),
    attempts   int         not null default 0,
    answer     text        not null default '',
    created_at timestamptz not null,
    next_at    timestamptz,
    sent_at    timestamptz,
    unique (alert_id, round, way, target),
    check ((next_at is not null) = (state = 'WAITING'))
);
create index message_due on alerts.message (next_at) where next_at is not null;
