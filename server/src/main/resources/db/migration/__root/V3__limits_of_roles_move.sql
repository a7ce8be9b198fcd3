-- How much a role approves moves from compensation to identity, where roles are. Identity takes the rows in and removes this table.
do $$
begin
    if to_regclass('compensation.approval_limit') is not null then
        create table public.approval_limit_before as select role, most_won from compensation.approval_limit;
    end if;
end $$;
