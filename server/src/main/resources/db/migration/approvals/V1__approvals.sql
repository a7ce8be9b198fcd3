create schema if not exists approvals;

-- What one person wants and others must agree to. The rights are those that whoever decides has, all of them; a sum also asks for a limit.
create table approvals.request (
    id        bigint      generated always as identity primary key,
    kind      text        not null,
    subject   text        not null,
    tenant_id bigint      not null,
    maker_id  bigint      not null,
    rights    text[]      not null,
    won       bigint      check (won > 0),
    votes     int         not null check (votes between 1 and 5),
    what      text        not null,
    gaps      text[]      not null,
    href      text        not null,
    made_at   timestamptz not null,
    due_at    timestamptz not null,
    ended_at  timestamptz,
    unique (id, maker_id)
);
-- One open wish about a thing.
create unique index request_open on approvals.request (kind, subject) where ended_at is null;
create index request_due on approvals.request (due_at, id) where ended_at is null;
create index request_by_maker on approvals.request (maker_id, id desc);
create index request_by_mall on approvals.request (tenant_id, id desc);

-- A yes. Nobody stands twice in a decision, in person or by a stand-in, and never the maker.
create table approvals.vote (
    request_id bigint      not null,
    maker_id   bigint      not null,
    voter_id   bigint      not null check (voter_id <> maker_id),
    voice_id   bigint      not null check (voice_id <> maker_id),
    most_won   bigint      not null,
    at         timestamptz not null,
    primary key (request_id, voter_id),
    unique (request_id, voice_id),
    foreign key (request_id, maker_id) references approvals.request (id, maker_id)
);

-- How a wish ended, once.
create table approvals.decision (
    request_id bigint      primary key references approvals.request,
    outcome    text        not null check (outcome in ('AGREED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
    staff_id   bigint,
    voice_id   bigint,
    why        text        not null,
    at         timestamptz not null,
    check (staff_id is not null or outcome in ('WITHDRAWN', 'EXPIRED'))
);

-- Who is away, and who decides in their place; one at a time for each.
create table approvals.absence (
    id          bigint      generated always as identity primary key,
    staff_id    bigint      not null,
    stand_in_id bigint      not null check (stand_in_id <> staff_id),
    from_at     timestamptz not null,
    until_at    timestamptz not null check (until_at > from_at),
    made_at     timestamptz not null,
    ended_at    timestamptz
);
create unique index absence_of_staff on approvals.absence (staff_id) where ended_at is null;
create index absence_of_stand_in on approvals.absence (stand_in_id) where ended_at is null;
