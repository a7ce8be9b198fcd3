-- A page shows what became of what it asked for.
create index request_by_subject on approvals.request (kind, subject, id desc);
