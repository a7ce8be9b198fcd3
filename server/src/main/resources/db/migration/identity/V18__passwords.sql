-- A password that somebody else gave must be changed at the first log-in, and a one-time one is worth nothing after a while.
alter table identity.staff add column must_change boolean not null default false;
alter table identity.staff add column one_time_until timestamptz;
alter table identity.staff add column password_at timestamptz;
alter table identity.staff add column closed_at timestamptz;
