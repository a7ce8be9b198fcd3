-- How a person leaves (IDN-3): asked for by themselves, or by one of the staff and agreed to by another.
create table identity.erasure (
    id                bigint      generated always as identity primary key,
    tenant_id         bigint      not null,
    state             text        not null
        check (state in ('PROPOSED', 'REQUESTED', 'WAITING', 'RUNNING', 'DONE', 'WITHDRAWN')),
    cause             text        not null check (cause in ('PERSON', 'ASKED_US', 'PURPOSE_ENDED', 'AUTHORITY')),
    requested_by      bigint,
    approved_by       bigint,
    requested_at      timestamptz not null,
    grace_until       timestamptz not null,
    due_at            timestamptz not null,
    next_look_at      timestamptz not null,
    waits_for         jsonb       not null default '[]',
    ended_at          timestamptz,
    keys_destroyed_at timestamptz,
    rewritten_at      timestamptz,
    certificate       jsonb,
    check ((cause = 'PERSON') = (requested_by is null)),
    -- two people, until approvals are a module of their own
    check (approved_by <> requested_by),
    check (state in ('PROPOSED', 'WITHDRAWN') or cause = 'PERSON' or approved_by is not null),
    check ((state in ('DONE', 'WITHDRAWN')) = (ended_at is not null)),
    check ((state = 'DONE') = (keys_destroyed_at is not null)),
    check (rewritten_at is null or state = 'DONE')
);
create index erasure_open on identity.erasure (next_look_at) where state in ('REQUESTED', 'WAITING', 'RUNNING');
create index erasure_by_tenant on identity.erasure (tenant_id, id desc);
create index erasure_to_rewrite on identity.erasure (id) where state = 'DONE' and rewritten_at is null;

-- A mall may know one customer as several people; all of them leave together.
create table identity.erasure_person (
    erasure_id bigint not null references identity.erasure,
    person_id  bigint not null references identity.person,
    primary key (erasure_id, person_id)
);
create index erasure_person_by_person on identity.erasure_person (person_id);

-- What is done of it: each step once, so that what was killed goes on where it stood.
create table identity.erasure_step (
    erasure_id bigint      not null references identity.erasure,
    step       text        not null,
    rows       int         not null,
    at         timestamptz not null,
    primary key (erasure_id, step)
);

-- Other processes forget the keys of those who were erased since they last looked.
create index person_erased on identity.person (erased_at) where erased_at is not null;
