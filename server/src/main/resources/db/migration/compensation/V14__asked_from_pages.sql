-- Staff give points or a coupon; a form that is sent twice is one wish, and some sums may be given at once by who asks.
alter table compensation.goodwill
    add column kind    text    not null default 'POINTS' check (kind in ('POINTS', 'COUPON')),
    add column percent int check (percent between 1 and 100),
    add column form    uuid,
    add column at_once boolean not null default false,
    add constraint goodwill_percent check ((kind = 'COUPON') = (percent is not null)),
    add constraint goodwill_at_once check (not at_once or granted_at is not null);
create unique index goodwill_form on compensation.goodwill (form) where form is not null;

-- A draft of the policy may begin later than it is agreed to: until then it stays a draft. When a draft was made is not known of older ones.
alter table compensation.policy
    add column made_at   timestamptz,
    add column wanted_at timestamptz,
    add column agreed_by text;
create index policy_agreed on compensation.policy (wanted_at) where state = 'DRAFT' and agreed_by is not null;
