-- Clocks of a case by its urgency (CAR-4); tenant 0 is every mall that has no rows of its own.
create table care.sla_policy (
    tenant_id           bigint not null default 0,
    urgency             text   not null check (urgency in ('HIGH', 'IMPORTANT', 'NORMAL')),
    clock               text   not null check (clock in ('REAL', 'BUSINESS')),
    first_reply_minutes int    not null check (first_reply_minutes > 0),
    solve_minutes       int    not null check (solve_minutes >= first_reply_minutes),
    escalate_minutes    int    not null check (escalate_minutes > 0),
    opens               time   not null default '09:00',
    closes              time   not null default '18:00' check (closes > opens),
    primary key (tenant_id, urgency),
    check (urgency <> 'HIGH' or clock = 'REAL')
);

insert into care.sla_policy (urgency, clock, first_reply_minutes, solve_minutes, escalate_minutes) values
    ('HIGH',      'REAL',   60,  1440, 1440),
    ('IMPORTANT', 'REAL',  240,  2880, 2880),
    ('NORMAL',    'REAL', 1440, 10080, 2880);

-- Approved answers (CAR-6): empathy, responsibility, next step. {names} are filled from the case and its order.
create table care.reply_template (
    id             bigint generated always as identity primary key,
    tenant_id      bigint  not null default 0,
    type           text    not null check (type in ('DELIVERY_DELAY', 'LOST', 'DAMAGED', 'ADDRESS_CHANGE', 'CANCEL', 'RETURN',
                               'EXCHANGE', 'REFUND', 'COUPON', 'ETC')),
    title          text    not null,
    empathy        text    not null,
    responsibility text    not null,
    next_step      text    not null,
    sort           int     not null default 0,
    active         boolean not null default true,
    unique (tenant_id, type, title)
);

-- How far a reader of another module's feed has come; moved in the transaction of what it did.
create table care.feed_cursor (
    reader  text primary key,
    last_id bigint not null
);
insert into care.feed_cursor (reader, last_id) values ('losses', 0);
