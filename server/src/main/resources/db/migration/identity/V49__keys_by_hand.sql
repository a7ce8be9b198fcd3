-- A key that somebody made in the console: what it is for and who made it; and when a key last opened something, to the hour.
alter table identity.api_key
    add column label   text not null default '' check (length(label) <= 60),
    add column made_by bigint references identity.staff,
    add column used_at timestamptz;
create index api_key_by_mall on identity.api_key (tenant_id, id desc) where tenant_id is not null;
