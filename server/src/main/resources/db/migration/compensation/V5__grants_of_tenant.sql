-- The console lists a mall's grants, newest first, and sums them over a span of time.
create index grant_decision_of_tenant on compensation.grant_decision (tenant_id, id desc);
create index grant_decision_of_tenant_by_time on compensation.grant_decision (tenant_id, at);
