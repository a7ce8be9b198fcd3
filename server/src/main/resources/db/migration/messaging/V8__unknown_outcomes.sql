-- Since when a vendor may have taken the message under this key. It remembers a key for ten minutes only, so after that nothing
-- is sent blindly any more: the vendor is asked, and where nobody can say, staff see it.
alter table messaging.delivery add column tried_at timestamptz;
alter table messaging.delivery drop constraint delivery_state_check;
alter table messaging.delivery add constraint delivery_state_check
    check (state in ('WAITING', 'SENT', 'DELIVERED', 'FAILED', 'SUPERSEDED', 'UNKNOWN'));
