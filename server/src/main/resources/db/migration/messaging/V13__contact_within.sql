-- By when after a loss, a damage or a return a mall contacts its customer: notices name it, and the task is due then.
alter table messaging.policy add column contact_minutes int not null default 1440 check (contact_minutes > 0);
