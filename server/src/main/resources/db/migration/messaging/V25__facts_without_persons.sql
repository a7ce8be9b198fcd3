-- Facts of notices took the places of scans as carriers wrote them: numbers of drivers go, as they do from the scans.
update messaging.notice set facts = regexp_replace(facts::text,
    '(?<![0-9.])01[016789][-)./ ]{1,2}[0-9]{3,4}[-./ ][0-9]{4}(?![0-9])|(?<=[" ])01[016789][0-9]{7,8}(?=[" ,])', '***', 'g')::jsonb
where facts::text ~ '01[016789][-)./ ]{1,2}[0-9]{3,4}[-./ ][0-9]{4}|[" ]01[016789][0-9]{7,8}[" ,]';
