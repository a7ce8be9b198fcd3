-- A delay by a day that was declared closed after the promise was told by the weather or by where the parcel stood: each policy treats it as
-- it treats the weather.
insert into compensation.cause_terms (policy_id, cause, compensated, carrier_share, supplier_share, platform_share)
select t.policy_id, 'CLOSED_DAY', t.compensated, t.carrier_share, t.supplier_share, t.platform_share
from compensation.cause_terms t where t.cause = 'WEATHER'
on conflict (policy_id, cause) do nothing;
