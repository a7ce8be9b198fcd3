-- Of which session at the company's provider a log-in is (a hash of what it calls it; empty where it names none, null for all that did not
-- come by it), so that it ends when the provider ends that (IDN-1). Of those that stand already nobody knows the session.
alter table identity.login_session add column provider_session text;
update identity.login_session set provider_session = '' where way in ('PROVIDER', 'PROVIDER_FACTOR');
create index login_session_by_provider on identity.login_session (provider_session) where provider_session is not null;
alter table identity.second_step add column provider_session text;

-- What a provider sent counts once.
create table identity.provider_logout (
    token_hash bytea       primary key,
    until      timestamptz not null
);
