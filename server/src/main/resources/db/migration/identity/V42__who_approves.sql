-- Who approves has a right for it: of roles that a company has changed, those that could agree to something before.
update identity.role
set rights = rights || array ['APPROVALS_WORK']
where rights is not null and not 'APPROVALS_WORK' = any (rights)
  and (rights && array ['CARE_SET', 'DELIVERY_SET', 'ORDERS_SET', 'MONEY_SET', 'PRIVACY_SET', 'STAFF_SET', 'PERSONS_ERASE', 'PLATFORM']
    or coalesce(limit_won, 0) > 0
    or limit_won is null and shipped in ('LEAD', 'MANAGER', 'EXECUTIVE', 'ADMIN'));
-- A change that waits for its second look keeps what the role is meant to be able to do.
update identity.role_wish w
set rights = w.rights || array ['APPROVALS_WORK']
from identity.role r
where r.id = w.role_id and w.rights is not null and not 'APPROVALS_WORK' = any (w.rights) and 'APPROVALS_WORK' = any (r.rights);
