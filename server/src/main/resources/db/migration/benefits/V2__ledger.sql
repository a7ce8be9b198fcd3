create schema if not exists benefits;

-- Every issue, use, expiry and revocation (BEN-5). Ids have no gaps; each hash covers the one before.
create table benefits.ledger_entry (
    id         bigint primary key check (id > 0),
    kind       text        not null check (kind in ('ISSUE', 'USE', 'EXPIRE', 'REVOKE')),
    unit       text        not null check (unit in ('POINTS', 'COUPON')),
    tenant_id  bigint      not null,
    person_id  bigint      not null,
    benefit_id bigint      not null,
    amount     bigint      not null check (amount >= 0),
    order_id   bigint,
    reason     text        not null check (reason <> ''),
    maker      text        not null check (maker <> ''),
    approvers  text        not null,
    at         timestamptz not null,
    hash       text        not null check (length(hash) = 64)
);
create index ledger_entry_by_person on benefits.ledger_entry (person_id, id);

-- Where the chain ends; locked by whoever appends, so that entries have one order.
create table benefits.chain_head (
    only_row boolean primary key default true check (only_row),
    entry_id bigint not null,
    hash     text   not null check (length(hash) = 64)
) with (fillfactor = 50);
insert into benefits.chain_head values (true, 0, repeat('0', 64));

create function benefits.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger of benefits is append-only';
end
$$;
create trigger ledger_entry_is_append_only before update or delete or truncate on benefits.ledger_entry
    for each statement execute function benefits.refuse_change();
