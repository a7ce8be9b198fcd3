-- While nobody owns the installation one link makes its owner: known by its hash, and replaced by every start.
create table identity.setup_link (
    only_row   boolean     primary key default true check (only_row),
    token_hash bytea       not null check (octet_length(token_hash) = 32),
    ends_at    timestamptz not null
);
