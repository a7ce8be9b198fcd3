-- A dispatch whose day is not known was said twice in one line ("준비되는 대로 (준비되는 대로 안에)"), and a driver set out in poor Korean.
-- Our texts get a next version; a text that a mall has written itself stays as it is.
with ours as (
update messaging.template set state = 'RETIRED'
where state = 'ACTIVE' and made_by = 'dochak'
  and (wording = 'preparing' and body like '%(%#{left}%)%' or wording = 'out-for-delivery' and language = 'ko')
returning id, wording, channel, language, title, body, vendor_code)
insert into messaging.template (wording, channel, language, version, title, body, vendor_code, state, made_by, activated_by)
select o.wording, o.channel, o.language,
       (select max(t.version) + 1 from messaging.template t
        where t.wording = o.wording and t.channel = o.channel and t.language = o.language),
       replace(o.title, '배송을 출발했어요', '배송 기사님이 출발했어요'),
       replace(replace(replace(o.body, '#{dispatch} (#{left} 안에)', '#{leaves}'), '#{dispatch} (within #{left})', '#{leaves}'),
               '배송을 출발했어요', '배송 기사님이 출발했어요'),
       case o.channel when 'ALIMTALK' then case o.wording when 'preparing' then 'dochak-61-' else 'dochak-62-' end || o.language end,
       'ACTIVE', 'dochak', 'dochak'
from ours o
order by o.id;
