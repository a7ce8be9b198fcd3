-- A mall's own id of a customer is a mail address in many malls: found by a keyed hash, readable under the person's key only.
-- The start after this migration brings the rows over (ExternalIds) and leaves external_id empty.
alter table identity.person add column external bytea, add column external_index bytea;
alter table identity.person drop constraint person_check1;
alter table identity.person drop constraint person_check2;
alter table identity.person add constraint person_is_whole check (erased_at is not null
    or num_nulls(name, name_index) = 0 and (external_id is null) = (external is not null) and num_nulls(external, external_index) <> 1);
alter table identity.person add constraint person_is_erased check (erased_at is null
    or num_nonnulls(external_id, external, external_index, name, phone, email, name_index, phone_index, last_four_index,
        email_index) = 0);
create unique index person_by_external on identity.person (tenant_id, external_index);
