-- What carriers and malls pushed, as it came but without persons: every raw event stays readable (TRK-2) for a while.
create table tracking.pushed_body (
    id            bigint generated always as identity primary key,
    received_at   timestamptz not null,
    caller_tenant bigint      not null,
    carrier       text,
    body          text        not null
);
create index pushed_body_by_time on tracking.pushed_body using brin (received_at);
