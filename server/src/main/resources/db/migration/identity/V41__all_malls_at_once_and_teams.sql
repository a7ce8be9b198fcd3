-- Who works for several malls may look at all of them at once; the choice stands with the log-in.
alter table identity.login_session add column all_malls boolean not null default false;

-- People who share their work. A team is of the company: its members may work for different malls.
create table identity.team (
    id         bigint      generated always as identity primary key,
    name       text        not null check (name <> '' and length(name) <= 40),
    created_at timestamptz not null
);
create unique index team_by_name on identity.team (lower(name));
create table identity.team_member (
    team_id  bigint  not null references identity.team on delete cascade,
    staff_id bigint  not null references identity.staff,
    lead     boolean not null default false,
    primary key (team_id, staff_id)
);
create index team_member_by_staff on identity.team_member (staff_id);
