-- An import may take minutes: it is written down when it begins and as it goes, not only when it is over.
alter table orders.import_run
    add column state   text not null default 'DONE' check (state in ('RUNNING', 'DONE', 'STOPPED')),
    add column problem text not null default '';
create index import_run_by_tenant on orders.import_run (tenant_id, id desc);

alter table orders.import_error
    add column id bigint generated always as identity primary key,
    add column order_no text not null default '';
drop index orders.import_error_by_run;
create index import_error_by_run on orders.import_error (run_id, id);
