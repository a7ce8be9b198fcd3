-- When a version was written and when it came into use; of older ones nobody knows.
alter table messaging.template
    add column made_at      timestamptz,
    add column activated_at timestamptz;
