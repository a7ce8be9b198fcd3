-- Scans that were pushed before said what their carriers wrote: drivers' names and numbers too. A number, and a name beside the word
-- for who bears it, go; what has neither is left alone.
create function tracking.without_persons(words text) returns text language sql immutable as $$
    select regexp_replace(regexp_replace(regexp_replace(words,
        '(?<![0-9])(\+?82[-. ]?)?0(1[016789]|2|[3-6][1-5]|70|50[2-8])[-)./ ]{0,2}[0-9]{3,4}[-./ ]?[0-9]{4}(?![0-9])', '***', 'g'),
        '(배송담당자?|배달담당자?|담당자|담당사원|배송사원|배달사원|집배원|기사님?)( *[:：] *)[가-힣*○]{2,5}', '\1\2***', 'g'),
        '(?<![가-힣])(?!배송|배달|담당|전담|해당|도착|출발)[가-힣]{2,4} ?(?=(기사님?|집배원|배송원|사원)([^가-힣]|$))', '*** ', 'g')
$$;
create function tracking.may_name(words text) returns boolean language sql immutable as $$
    select words ~ '0(1[016789]|2|[3-6][1-5]|70|50[2-8])[-)./ ]{0,2}[0-9]{3,4}|담당|기사|집배원|사원|배송원'
$$;

update tracking.scan set place = tracking.without_persons(place), text = tracking.without_persons(text)
where (tracking.may_name(place) or tracking.may_name(text))
  and (place, text) is distinct from (tracking.without_persons(place), tracking.without_persons(text));
update tracking.move set place = tracking.without_persons(place)
where tracking.may_name(place) and place <> tracking.without_persons(place);
update tracking.shipment set place = tracking.without_persons(place)
where tracking.may_name(place) and place <> tracking.without_persons(place);
update tracking.parked_scan set place = tracking.without_persons(place), text = tracking.without_persons(text)
where (tracking.may_name(place) or tracking.may_name(text))
  and (place, text) is distinct from (tracking.without_persons(place), tracking.without_persons(text));

drop function tracking.may_name(text);
drop function tracking.without_persons(text);
