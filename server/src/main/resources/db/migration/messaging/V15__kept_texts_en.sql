-- English texts in which every act has something that does it, and which say who carries a parcel, when it leaves and where it is
-- (MSG-4, MSG-9). A text that a mall has written itself stays in use; ours is then a draft beside it.
with said (nr, wording, link, title, body, short) as (values
(31, 'order-confirmed', 'link', 'We have your order', 'Thanks, your order is in.

· Order: #{orderNo}
· Leaves us: #{dispatch}
· Carrier: #{carrier}
· Arrives: #{window}

If anything looks like slipping, you will hear it from us first.', 'Your order is in.
Leaves us: #{dispatch}
Carrier: #{carrier}
Arrives: #{window}'),
(32, 'preparing', 'link', 'We are getting your order ready', 'Your order is being picked and packed.

· Order: #{orderNo}
· Next: handed to the carrier (#{carrier})
· Leaves us: #{dispatch} (within #{left})
· Arrives: #{window}', 'Your order is being picked and packed.
Leaves us: #{dispatch}
Arrives: #{window}'),
(33, 'shipped', 'link', 'Your parcel is on its way', 'The carrier has your parcel and it is moving.

· Order: #{orderNo}
· Carrier: #{carrier}
· Seen: #{happened}
· Arrives: #{window}', 'Your parcel is on its way (#{carrier}).
Seen: #{happened}
Arrives: #{window}'),
(34, 'window-requested', 'link', 'Your delivery day has changed', 'We worked out the arrival again with your delivery request.

· Order: #{orderNo}
· Before: #{oldWindow}
· Now: #{window}

Whether it has reached the carrier, we will tell you separately.', 'We worked out the arrival again with your delivery request. Arrives: #{window}'),
(35, 'lost-or-damaged', 'link', 'Something went wrong with your parcel', '#{reason}. We are sorry that it will not reach you as it should.

· Order: #{orderNo}
· Looked after by: #{owner}
· You will get a call by: #{contactBy}

On that call we settle together whether you get it again or your money back. You can also tell us beforehand which you prefer.', '#{reason}. Sorry.
#{owner} will call by #{contactBy} to settle with you whether you get it again or your money back.'),
(36, 'lost-or-damaged-granted', 'link', 'Something went wrong with your parcel', '#{reason}. We are sorry that it will not reach you as it should.

· Order: #{orderNo}
· Looked after by: #{owner}
· You will get a call by: #{contactBy}

On that call we settle together whether you get it again or your money back. You can also tell us beforehand which you prefer.

#{grant} It is already in your benefits.', '#{reason}. Sorry.
#{owner} will call by #{contactBy} to settle with you whether you get it again or your money back.
#{grant}'),
(37, 'attempt-failed', 'link', 'We could not hand over your parcel', '#{reason}. The driver came by but could not hand over your parcel.

· Order: #{orderNo}
· Visit: #{at}

They usually come again on the next delivery day. Tell us a day or place that suits you and our team will pass it on to the carrier.', 'The driver came by at #{at} but could not hand over your parcel. Tell us a day or place that suits you.'),
(38, 'returning', 'link', 'Your parcel is going back', '#{reason}. Your parcel is on its way back to the sender.

· Order: #{orderNo}
· Seen: #{at}
· You will hear from us by: #{contactBy}

By then we will have found out how you can get it again or be refunded.', 'Your parcel is going back to the sender (seen #{at}). You will hear from us by #{contactBy}.'),
(39, 'case-wrote', 'caseLink', 'News about your parcel', 'We wrote down what we found out about your parcel.

· Case: #{caseNo}
· Looked after by: #{owner}
· Written: #{at}', 'We wrote down what we found out about your parcel (#{caseNo}).'),
(40, 'request-passed-on', 'link', 'We passed on your request', 'What you asked for has reached the carrier.

· Order: #{orderNo}
· Request: #{request}
· Passed on: #{at}', 'We passed on your request (#{at}): #{request}'),
(41, 'request-not-passed-on', 'link', 'Your request could not be passed on', 'We could not get what you asked for through to the carrier. Your parcel comes as we said before. We are sorry.

· Order: #{orderNo}
· Request: #{request}
· Seen: #{at}

If that does not suit you, leave us a message and our team will look for a way.', 'Your request (#{request}) could not be passed on (#{at}). Your parcel comes as we said before.')),
framed (channel, prefix, greeting, ending) as (values
('INBOX', '', '', ''),
('ALIMTALK', '[#{mall}] ', 'Hello #{name}. ', E'\n\nSee details\n'),
('EMAIL', '[#{mall}] ', E'Hello #{name},\n\n', E'\n\nSee details\n'),
('SMS', '[#{mall}] ', '', E'\n')),
texts as (
select nr, wording, channel, 'en' as language,
       case channel when 'ALIMTALK' then title when 'SMS' then title else prefix || title end as title,
       case channel when 'ALIMTALK' then prefix || title || E'\n\n' when 'SMS' then prefix else '' end
           || greeting || case channel when 'SMS' then short else body end
           || case when ending = '' then '' else ending || '#{' || link || '}' end as body
from said cross join framed),
retired as (
update messaging.template t set state = 'RETIRED' from texts n
where t.wording = n.wording and t.channel = n.channel and t.language = n.language and t.state = 'ACTIVE' and t.made_by = 'dochak'
returning t.id),
own as (
select t.wording, t.channel, t.language from messaging.template t
where t.state = 'ACTIVE' and t.made_by <> 'dochak')
insert into messaging.template (wording, channel, language, version, title, body, vendor_code, state, made_by, activated_by)
select n.wording, n.channel, n.language,
       (select coalesce(max(o.version), 0) + 1 from messaging.template o
        where o.wording = n.wording and o.channel = n.channel and o.language = n.language),
       n.title, n.body, case n.channel when 'ALIMTALK' then 'dochak-' || n.nr || '-en' end,
       case when exists (select from own where (own.wording, own.channel, own.language) = (n.wording, n.channel, n.language))
            then 'DRAFT' else 'ACTIVE' end,
       'dochak',
       case when exists (select from own where (own.wording, own.channel, own.language) = (n.wording, n.channel, n.language))
            then null else 'dochak' end
from texts n, (select count(*) from retired) as first_retired
order by n.nr, n.channel;
