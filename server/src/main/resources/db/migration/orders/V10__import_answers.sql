-- What a file's answer says beside what was taken in, and who has looked at its errors.
alter table orders.import_run
    add column cancelled   int         not null default 0,
    add column waiting     int         not null default 0,
    add column finished    int         not null default 0,
    add column unreachable int         not null default 0,
    add column unused      text[]      not null default '{}',
    add column seen_at     timestamptz;

-- Where an import stands in the lists: one rule for the page, its counts and the board.
create function orders.import_show(state text, rejected int, seen_at timestamptz) returns text
    language sql immutable parallel safe
    return case
        when state = 'RUNNING' then 'RUNNING'
        when (state = 'STOPPED' or rejected > 0) and seen_at is null then 'TROUBLE'
        else 'SETTLED'
    end;

-- What was already there when somebody can first say that they have seen it is old news.
update orders.import_run set seen_at = at where state <> 'RUNNING';

-- Paid with points or credit: neither a discount nor money.
alter table orders.customer_order
    add column points_won bigint not null default 0 check (points_won >= 0);

-- Orders whose customers no message reaches; few, so that the board counts them quickly.
alter table orders.customer_order
    add column unreachable boolean not null default false;
create index customer_order_unreachable on orders.customer_order (tenant_id, id desc) where unreachable;
