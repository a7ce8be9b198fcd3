-- A change of a role that another administrator looks at before it counts; one at a time for each role. Null rights are those it came with.
create table identity.role_wish (
    role_id   bigint      primary key references identity.role on delete cascade,
    rights    text[],
    limit_won bigint      check (limit_won >= 0),
    asked_by  bigint      not null references identity.staff,
    asked_at  timestamptz not null
);
