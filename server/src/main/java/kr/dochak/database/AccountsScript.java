package kr.dochak.database;

/**
 * What the superuser of the embedded PostgreSQL does once: the two other accounts, and what was made by the superuser
 * before they were there becomes the owner's. May be run again at any time.
 *
 * <p>The archive of what law keeps has a role that nobody logs in as. The owner destroys old bytes, which takes a checkpoint and
 * a look at the log.
 */
final class AccountsScript {

    /** In the answer when all accounts are there. */
    static final String DONE = "three accounts with passwords";

    private static final String SCRIPT = """
            do $accounts$
            declare
                made record;
            begin
                if not exists (select from pg_roles where rolname = 'dochak_owner') then
                    create role dochak_owner;
                end if;
                -- what law keeps of erased people belongs to nobody who logs in
                if not exists (select from pg_roles where rolname = 'dochak_archive') then
                    create role dochak_archive nologin;
                end if;
                if not exists (select from pg_roles where rolname = 'dochak') then
                    create role dochak;
                end if;
                alter role postgres password '{superuser}';
                alter role dochak_owner with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
                    password '{owner}';
                alter role dochak with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
                    password '{application}';
                alter database postgres owner to dochak_owner;
                revoke all on database postgres, template1 from public;
                grant connect on database postgres to dochak;
                -- bytes of who was erased are written over, in tables and in the log
                grant dochak_archive, pg_checkpoint to dochak_owner;
                grant execute on function pg_switch_wal(), pg_ls_waldir() to dochak_owner;
                for made in
                    select format('alter schema %I owner to dochak_owner', nspname) as statement
                    from pg_namespace
                    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
                      and pg_get_userbyid(nspowner) = current_user
                    union all
                    -- the sequence of a column follows its table
                    select format('alter table %s owner to dochak_owner', c.oid::regclass)
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'S')
                      and pg_get_userbyid(c.relowner) = current_user
                      and not (c.relkind = 'S' and exists (
                          select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i')))
                    union all
                    select format('alter routine %s owner to dochak_owner', p.oid::regprocedure)
                    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                      and pg_get_userbyid(p.proowner) = current_user
                loop
                    execute made.statement;
                end loop;
            end $accounts$;

            select count(*) || ' three accounts with passwords'
            from pg_authid
            where rolname in ('postgres', 'dochak_owner', 'dochak') and rolpassword like 'SCRAM-SHA-256$%'
            having count(*) = 3;

            """;

    private AccountsScript() {}

    static String of(DatabaseKeys keys) {
        return SCRIPT.replace("{superuser}", keys.superuser())
                .replace("{owner}", keys.owner())
                .replace("{application}", keys.application());
    }
}
