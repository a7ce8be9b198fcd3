-- Who migrates need not be a superuser: an administrator has made the role of the archive and the migrating one a member of it
-- (docs/database-roles.md). For the moment of taking over, that role may own schemas here.
do $$
begin
    if not exists (select 1 from pg_roles where rolname = 'dochak_archive') then
        begin
            create role dochak_archive nologin;
        exception when duplicate_object or unique_violation then null;
        end;
    end if;
    if not pg_has_role(current_user, 'dochak_archive', 'member') then
        execute format('grant dochak_archive to %I', current_user);
    end if;
    execute format('grant create on database %I to dochak_archive', current_database());
    alter schema archive owner to dochak_archive;
    alter table archive.kept_record owner to dochak_archive;
    alter function archive.keep(bigint, bigint, text, text, bytea, timestamptz) owner to dochak_archive;
    alter function archive.of_erasure(bigint, bigint) owner to dochak_archive;
    alter function archive.destroy_ended(timestamptz) owner to dochak_archive;
    execute format('revoke create on database %I from dochak_archive', current_database());
exception when insufficient_privilege then
    raise warning 'the archive does not belong to the role dochak_archive yet: % may not hand it over', current_user;
end $$;
