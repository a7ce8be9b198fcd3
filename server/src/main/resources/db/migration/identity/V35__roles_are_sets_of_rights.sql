-- A role is a set of rights. One that came with the product has null: those of the version that runs, until the company chooses others.
create table identity.role (
    id         bigint      generated always as identity primary key,
    shipped    text        unique,
    name       text        check (name <> '' and length(name) <= 40),
    rights     text[],
    limit_won  bigint      check (limit_won >= 0),
    rank       int         not null,
    check (shipped is not null or (name is not null and rights is not null))
);
create unique index role_by_name on identity.role (lower(name));
insert into identity.role (shipped, rank)
select shipped, rank from unnest(array [
    'PLATFORM', 'ADMIN', 'EXECUTIVE', 'MANAGER', 'LEAD', 'AGENT', 'OPERATOR', 'DISPATCHER', 'WAREHOUSE', 'RETURNS', 'DRIVER',
    'MARKETING', 'SALES', 'QUALITY', 'LEGAL', 'AGENCY', 'AUDITOR']) with ordinality r (shipped, rank);

-- Who approves how much was a number of each role; a company may have changed it.
do $$
begin
    if to_regclass('public.approval_limit_before') is not null then
        update identity.role r set limit_won = l.most_won
        from public.approval_limit_before l
        where l.role = r.shipped
          and l.most_won <> case l.role when 'LEAD' then 50000 when 'ADMIN' then 1000000 else 0 end;
        drop table public.approval_limit_before;
    end if;
end $$;

create table identity.staff_role (
    staff_id bigint not null references identity.staff,
    role_id  bigint not null references identity.role,
    primary key (staff_id, role_id)
);
create index staff_role_by_role on identity.staff_role (role_id);
insert into identity.staff_role (staff_id, role_id)
select s.id, r.id from identity.staff s join identity.role r on r.shipped = any (s.roles);
alter table identity.staff drop column roles;

-- One person, several malls; the one of the account is where they begin. A limit here is that person's in that mall, above or below the roles'.
create table identity.staff_mall (
    staff_id  bigint not null references identity.staff,
    tenant_id bigint not null references identity.mall,
    limit_won bigint check (limit_won >= 0),
    primary key (staff_id, tenant_id)
);
create index staff_mall_by_mall on identity.staff_mall (tenant_id);
insert into identity.staff_mall (staff_id, tenant_id) select id, tenant_id from identity.staff;
