-- Models that windows come from (PRM-5): every one that was ever learned, with how it did on what it had not learned from.
create table promise.model (
    id         int generated always as identity primary key,
    learned_at timestamptz not null,
    data_from  timestamptz not null,
    data_to    timestamptz not null check (data_to >= data_from),
    deliveries int         not null check (deliveries >= 0),
    bytes      bytea       not null,
    state      text        not null check (state in ('CANDIDATE', 'IN_USE', 'RETIRED', 'REJECTED')),
    reason     text        not null,
    figures    jsonb       not null
);
create unique index model_in_use on promise.model (state) where state = 'IN_USE';

-- Which model was used from when, and who switched to it: after a start the past is told again with the same switches.
create table promise.model_use (
    id        bigint generated always as identity primary key,
    model_id  int         not null references promise.model,
    used_from timestamptz not null,
    used_by   text        not null
);
