-- What a window rests on was an English sentence. It is a small JSON array now: its kind and its figures, and, where a warning
-- of an area moved the window, that as one more element. A sentence that no rule knows is kept whole as ["OTHER", sentence].
create function promise.ground_of(said text) returns jsonb language plpgsql immutable strict as $$
declare
    part text[];
begin
    if said = 'the day the customer asked for' then
        return '["CUSTOMERS_DAY"]';
    elsif said = 'mall''s slot' then
        return '["SLOT"]';
    elsif said = 'default' then
        return '["DEPARTURE_DEFAULT"]';
    end if;
    part := regexp_match(said, '^model ([0-9]{1,9}) of ([0-9]{1,3}(?:,?[0-9]{3}){0,2}) deliveries$');
    if part is not null then
        return jsonb_build_array('MODEL', part[1]::int, replace(part[2], ',', '')::int);
    end if;
    part := regexp_match(said, '^lane ([^→]+)→([^→]+), ([0-9]{1,9}) deliveries$');
    if part is not null then
        return jsonb_build_array('LANE', part[1], part[2], part[3]::int);
    end if;
    part := regexp_match(said, '^default ([^→,]+)→([^→,]+)$');
    if part is not null then
        return jsonb_build_array('LANE_DEFAULT', part[1], part[2]);
    end if;
    part := regexp_match(said, '^(mall|all malls), ([0-9]{1,12}) parcels$');
    if part is not null then
        return jsonb_build_array('DEPARTED', case part[1] when 'mall' then 'MALL' else 'ALL_MALLS' end, part[2]::bigint);
    end if;
    return null;
end $$;

create function promise.basis_of(said text) returns jsonb language plpgsql immutable strict as $$
declare
    part text[];
    ground jsonb := promise.ground_of(said);
begin
    if ground is null then
        part := regexp_match(said, '^(.+), \+([0-9]{1,4})h ([A-Z_]+) ([A-Z]+) (.*) \(([0-9]{1,9}) deliveries\)$');
        ground := promise.ground_of(part[1])
            || jsonb_build_array(jsonb_build_array(part[3], part[4], part[5], part[2]::int, part[6]::int));
    end if;
    return coalesce(ground, jsonb_build_array('OTHER', said));
end $$;

-- A change of type writes each table anew once, with its indexes, and needs that much room meanwhile. No row is updated, so the
-- trigger that keeps the ledger append-only stays where it is and has nothing to refuse.
alter table promise.promise alter column basis type jsonb using promise.basis_of(basis);
alter table promise.ledger alter column basis type jsonb using promise.basis_of(basis);

drop function promise.basis_of(text);
drop function promise.ground_of(text);

-- Said once for all questions. A function of plain SQL is part of the plan of whoever asks, and nothing is written for it.
create function promise.on_customers_day(basis jsonb) returns boolean language sql immutable
    return basis ->> 0 is not distinct from 'CUSTOMERS_DAY';
