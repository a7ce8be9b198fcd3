-- How sure each mall wants to be of the day it promises, in per cent: every choice ever made, of which the newest holds.
create table promise.promise_choice (
    id        bigint generated always as identity primary key,
    tenant_id bigint      not null,
    quantile  int         not null check (quantile between 50 and 98),
    staff_id  bigint      not null,
    chosen_at timestamptz not null
);
create index promise_choice_of_tenant on promise.promise_choice (tenant_id, id desc);
create function promise.refuse_choice_change() returns trigger language plpgsql as $$
begin
    raise exception 'a choice is changed by choosing again';
end $$;
create trigger promise_choice_append_only before update or delete on promise.promise_choice
    for each row execute function promise.refuse_choice_change();
