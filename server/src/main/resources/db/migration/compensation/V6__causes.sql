-- Absence, refusal and wrong sorting were told under the cause they now stand beside: each policy treats them as it treated that one. A delay
-- by too few vehicles is treated as one by the last mile, and wrong information as one by missing carrier data.
insert into compensation.cause_terms (policy_id, cause, compensated, carrier_share, supplier_share, platform_share)
select t.policy_id, n.cause, t.compensated, t.carrier_share, t.supplier_share, t.platform_share
from compensation.cause_terms t
join (values ('ABSENCE', 'ADDRESS'), ('REFUSED', 'ADDRESS'), ('MISSORTED', 'HUB_BACKLOG'), ('VEHICLES', 'LAST_MILE'),
             ('WRONG_INFORMATION', 'CARRIER_DATA')) as n (cause, was) on t.cause = n.was
on conflict (policy_id, cause) do nothing;
