-- One notice to the customers of many orders: what it says, whom it means and how it went. Its words hold nothing of a person.
create table messaging.mass_notice (
    id               bigint generated always as identity primary key,
    tenant_id        bigint      not null check (tenant_id > 0),
    form             uuid        not null unique,
    title_ko         text        not null,
    body_ko          text        not null,
    title_en         text        not null,
    body_en          text        not null,
    carrier          text,
    province         text,
    comes_from       date,
    comes_to         date,
    under_way        boolean     not null,
    delivered_within int         not null check (delivered_within between 0 and 30),
    only_orders      bigint[]    not null,
    asked_for        int         not null check (asked_for > 0),
    state            text        not null
        check (state in ('ASKED', 'SENDING', 'SENT', 'STOPPED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
    maker_id         bigint      not null,
    made_at          timestamptz not null,
    decided_at       timestamptz,
    ended_at         timestamptz,
    stopped_by       bigint
);
create index mass_notice_of_tenant on messaging.mass_notice (tenant_id, id desc);
create index mass_notice_sending on messaging.mass_notice (id) where state = 'SENDING';

-- Each order once, and each customer told once, whatever is killed in between.
create table messaging.mass_recipient (
    mass_id   bigint not null references messaging.mass_notice,
    order_id  bigint not null,
    person_id bigint not null,
    state     text   not null default 'WAITING' check (state in ('WAITING', 'TOLD', 'LEFT_OUT')),
    why       text,
    at        timestamptz,
    primary key (mass_id, order_id),
    check ((state = 'LEFT_OUT') = (why is not null)),
    check ((state = 'WAITING') = (at is null))
);
create unique index mass_recipient_once on messaging.mass_recipient (mass_id, person_id) where state = 'TOLD';
create index mass_recipient_waits on messaging.mass_recipient (mass_id, order_id) where state = 'WAITING';
create index mass_recipient_of_person on messaging.mass_recipient (person_id, at) where state = 'TOLD';
