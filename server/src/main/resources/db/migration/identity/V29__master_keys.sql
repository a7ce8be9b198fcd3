-- The master keys there were, each told by a word sealed under it. What has been sealed once and for all is derived from a root that
-- every newer key carries; the keys of people are wrapped anew, up to wrapped_to.
create table identity.master_key (
    version      smallint    primary key check (version between 1 and 127),
    check_word   bytea       not null,
    root         bytea       check ((root is null) = (version = 1)),
    links_before bytea       check ((links_before is null) = (version = 1)),
    made_at      timestamptz not null,
    wrapped_to   bigint      not null default 0,
    retired_at   timestamptz
);
insert into identity.master_key (version, check_word, made_at) select 1, sealed, now() from identity.vault_check;
drop table identity.vault_check;
