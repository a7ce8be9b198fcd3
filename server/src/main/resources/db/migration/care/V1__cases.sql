create schema if not exists care;

-- One row for each day: the last number given out, so that a case has a number people can say on the phone.
create table care.case_number (
    day  date primary key,
    last int not null check (last > 0)
);

create table care.support_case (
    id                     bigint generated always as identity primary key,
    tenant_id              bigint      not null,
    case_no                text        not null unique check (case_no ~ '^C[0-9]{8}-[0-9]{4,}$'),
    person_id              bigint      not null,
    order_id               bigint,
    shipment_id            bigint,
    promise_id             bigint,
    type                   text        not null check (type in ('DELIVERY_DELAY', 'LOST', 'DAMAGED', 'ADDRESS_CHANGE',
                                           'CANCEL', 'RETURN', 'EXCHANGE', 'REFUND', 'COUPON', 'ETC')),
    urgency                text        not null check (urgency in ('HIGH', 'IMPORTANT', 'NORMAL')),
    status                 text        not null default 'OPEN' check (status in ('OPEN', 'WAITING_CUSTOMER', 'SOLVED')),
    channel                text        not null check (channel in ('PORTAL', 'LINK', 'SYSTEM', 'AGENT', 'PHONE', 'EMAIL',
                                           'KAKAO')),
    subject                text        not null check (length(subject) between 1 and 120),
    owner_id               bigint,
    owner_name             text check ((owner_name is null) = (owner_id is null)),
    opened_at              timestamptz not null,
    -- Where the clocks to solve and to escalate start: the opening, or the last reopening.
    clock_from             timestamptz not null,
    first_reply_due_at     timestamptz not null,
    first_replied_at       timestamptz,
    first_reply_overdue_at timestamptz,
    next_reply_due_at      timestamptz,
    next_reply_overdue_at  timestamptz,
    solve_due_at           timestamptz not null,
    solve_overdue_at       timestamptz,
    escalate_at            timestamptz not null,
    escalated_at           timestamptz,
    solved_at              timestamptz,
    reopened               int         not null default 0 check (reopened >= 0),
    version                int         not null default 0,
    -- Until when staff must have done the next thing; what the queue is sorted by.
    attention_at           timestamptz not null generated always as (
        least(case when first_replied_at is null then first_reply_due_at end, next_reply_due_at, solve_due_at)) stored,
    -- The next clock that has not run out yet; derived, so that no code can forget to set or clear it.
    next_check_at          timestamptz generated always as (
        case when status <> 'SOLVED' then least(
            case when first_replied_at is null and first_reply_overdue_at is null then first_reply_due_at end,
            case when next_reply_overdue_at is null then next_reply_due_at end,
            case when solve_overdue_at is null then solve_due_at end,
            case when escalated_at is null then escalate_at end) end) stored,
    check ((status = 'SOLVED') = (solved_at is not null)),
    check (first_reply_due_at >= opened_at and solve_due_at >= clock_from and clock_from >= opened_at)
) with (fillfactor = 80);

-- One case for each problem (CAR-1): the same trouble with the same order is not worked on twice.
create unique index support_case_one_open_per_order_and_type on care.support_case (order_id, type)
    where status <> 'SOLVED' and order_id is not null;
create index support_case_clock on care.support_case (next_check_at) where next_check_at is not null;
create index support_case_queue on care.support_case (tenant_id, attention_at, id) where status <> 'SOLVED';
create index support_case_by_owner on care.support_case (owner_id, attention_at, id) where status <> 'SOLVED';
create index support_case_solved on care.support_case (tenant_id, solved_at desc, id desc) where status = 'SOLVED';
create index support_case_by_person on care.support_case (person_id, id desc);
create index support_case_by_order on care.support_case (order_id, id desc) where order_id is not null;

-- What was said. Free words of customers live here under the retention of complaints (3 years), not in the vault.
create table care.case_message (
    id          bigint generated always as identity primary key,
    case_id     bigint      not null references care.support_case,
    author      text        not null check (author in ('CUSTOMER', 'AGENT', 'SYSTEM')),
    author_id   bigint      not null,
    author_name text,
    body        text        not null check (length(body) between 1 and 4000),
    at          timestamptz not null,
    key         text        not null check (length(key) between 1 and 100),
    unique (author, author_id, key)
);
create index case_message_by_case on care.case_message (case_id, id);

-- What was done.
create table care.case_event (
    id       bigint generated always as identity primary key,
    case_id  bigint      not null references care.support_case,
    kind     text        not null check (kind in ('OPENED', 'JOINED', 'TAKEN', 'ASSIGNED', 'RECLASSIFIED', 'CUSTOMER_WROTE',
                             'ANSWERED', 'SOLVED', 'REOPENED', 'FIRST_REPLY_OVERDUE', 'NEXT_REPLY_OVERDUE',
                             'SOLVE_OVERDUE', 'ESCALATED')),
    staff_id bigint,
    detail   text        not null default '',
    at       timestamptz not null
);
create index case_event_by_case on care.case_event (case_id, id);

-- Said is said (CAR-10): nothing here is changed, and only the retention job may delete what the law lets go (3 years).
create function care.keep_as_said() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.at < nullif(current_setting('care.retention_until', true), '')::timestamptz then
            return old;
        end if;
    end if;
    raise exception 'what was said and done on a case is unalterable (%)', tg_table_name
        using errcode = 'restrict_violation';
end $$;

create trigger keep_as_said before update or delete on care.case_message
    for each row execute function care.keep_as_said();
create trigger never_emptied before truncate on care.case_message
    for each statement execute function care.keep_as_said();
create trigger keep_as_said before update or delete on care.case_event
    for each row execute function care.keep_as_said();
create trigger never_emptied before truncate on care.case_event
    for each statement execute function care.keep_as_said();
