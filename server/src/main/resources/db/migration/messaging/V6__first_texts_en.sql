-- The first English texts, written for English readers rather than translated.
with said (nr, wording, link, title, body, short) as (values
(1, 'order-confirmed', 'link', 'We have your order', 'Thanks, your order is in.

· Order: #{orderNo}
· Arrives: #{window}

If anything looks like slipping, you will hear it from us first.', 'Your order is in.
Arrives: #{window}'),
(2, 'shipped', 'link', 'Your parcel is on its way', 'The carrier has your parcel and it is moving.

· Order: #{orderNo}
· Arrives: #{window}', 'Your parcel is on its way.
Arrives: #{window}'),
(3, 'out-for-delivery', 'link', 'Out for delivery', 'Your parcel is on the van.

· Order: #{orderNo}
· Arrives: #{window}', 'Out for delivery.
Arrives: #{window}'),
(4, 'delivered', 'ratingLink', 'Your parcel has arrived', 'Your parcel has been delivered.

· Order: #{orderNo}
· Delivered: #{at}

Can''t find it, or something is wrong? Tell us right away. We would also like to know how the delivery went.', 'Delivered #{at}. How did it go?'),
(5, 'window-changed', 'link', 'New arrival time', '#{reason}, so we worked out a new arrival time.

· Order: #{orderNo}
· We said: #{oldWindow}
· New: #{window}', '#{reason}.
New arrival: #{window} (we said #{oldWindow})'),
(6, 'window-earlier', 'link', 'Arriving sooner than we said', 'Your parcel is making good time.

· Order: #{orderNo}
· We said: #{oldWindow}
· New: #{window}', 'Arriving sooner: #{window} (we said #{oldWindow})'),
(7, 'window-requested', 'link', 'Changed as you asked', 'We moved your delivery as you asked.

· Order: #{orderNo}
· Before: #{oldWindow}
· Now: #{window}', 'Moved as you asked. Arrives: #{window}'),
(8, 'delayed', 'link', 'Your parcel will be late', '#{reason}. #{finding} We are sorry to keep you waiting.

· Order: #{orderNo}
· Promised: #{oldWindow}
· New arrival: #{window}

If this changes again, we will tell you straight away.', '#{reason}. #{finding} Sorry.
New arrival: #{window} (promised #{oldWindow})'),
(9, 'delayed-granted', 'link', 'Your parcel will be late', '#{reason}. #{finding} We are sorry to keep you waiting.

· Order: #{orderNo}
· Promised: #{oldWindow}
· New arrival: #{window}

#{grant} It is already in your benefits.

If this changes again, we will tell you straight away.', '#{reason}. #{finding} Sorry.
New arrival: #{window} (promised #{oldWindow})
#{grant}'),
(10, 'compensation-granted', 'link', 'We missed our promise, so we added this', '#{grant} There is nothing to claim; it is already in your benefits.

· Order: #{orderNo}
· Added: #{at}', '#{grant} It is already in your benefits.'),
(11, 'case-opened', 'caseLink', 'We have your question', 'We have your question and will let you know as soon as there is an answer.

· Case: #{caseNo}
· Looked after by: #{owner}
· First answer by: #{contactBy}', 'We have your question (#{caseNo}). First answer by #{contactBy}.'),
(12, 'case-answered', 'caseLink', 'We have answered you', 'There is an answer to your question.

· Case: #{caseNo}
· Looked after by: #{owner}
· Answered: #{at}', 'There is an answer to your question (#{caseNo}).'),
(13, 'login-code', '', 'Your code', 'Your code is #{code}.

Enter it within 5 minutes, and do not share it with anyone.', 'Code #{code}
Valid for 5 minutes. Do not share it.'),
(14, 'lost-or-damaged', 'link', 'Something went wrong with your parcel', '#{reason}. We are sorry that it will not reach you as it should.

· Order: #{orderNo}
· Looked after by: #{owner}
· You will get a call by: #{contactBy}

We will settle a new shipping date or a refund on that call. You can also tell us beforehand which you prefer.', '#{reason}. Sorry.
#{owner} will call by #{contactBy} to settle a new shipping date or a refund.'),
(15, 'lost-or-damaged-granted', 'link', 'Something went wrong with your parcel', '#{reason}. We are sorry that it will not reach you as it should.

· Order: #{orderNo}
· Looked after by: #{owner}
· You will get a call by: #{contactBy}

We will settle a new shipping date or a refund on that call. You can also tell us beforehand which you prefer.

#{grant} It is already in your benefits.', '#{reason}. Sorry.
#{owner} will call by #{contactBy} to settle a new shipping date or a refund.
#{grant}'),
(16, 'attempt-failed', 'link', 'We could not hand over your parcel', '#{reason}. The driver came by but could not hand over your parcel.

· Order: #{orderNo}
· Visit: #{at}

Tell us a day or place that suits you and we will come again.', 'The driver came by at #{at} but could not hand over your parcel. Tell us a day or place that suits you.'),
(17, 'ready-for-pickup', 'link', 'Ready to pick up', 'Your parcel is waiting for you.

· Order: #{orderNo}
· Kept at: #{place}
· Since: #{at}', 'Ready to pick up at #{place} since #{at}.'),
(18, 'returning', 'link', 'Your parcel is going back', '#{reason}. Your parcel is on its way back to the sender.

· Order: #{orderNo}
· Seen: #{at}
· You will hear from us by: #{contactBy}

By then we will have settled with you whether we send it again or refund you.', 'Your parcel is going back to the sender (seen #{at}). You will hear from us by #{contactBy}.')),
framed (channel, prefix, greeting, ending) as (values
('INBOX', '', '', ''),
('ALIMTALK', '[#{mall}] ', 'Hello #{name}. ', E'\n\nSee details\n'),
('EMAIL', '[#{mall}] ', E'Hello #{name},\n\n', E'\n\nSee details\n'),
('SMS', '[#{mall}] ', '', E'\n'))
insert into messaging.template (wording, channel, language, version, title, body, vendor_code, state, made_by, activated_by)
select wording, channel, 'en', 1,
       case channel when 'ALIMTALK' then title when 'SMS' then title else prefix || title end,
       case channel when 'ALIMTALK' then prefix || title || E'\n\n' when 'SMS' then prefix else '' end
           || greeting || case channel when 'SMS' then short else body end
           || case when link = '' or ending = '' then '' else ending || '#{' || link || '}' end,
       case channel when 'ALIMTALK' then 'dochak-' || lpad(nr::text, 2, '0') || '-en-1' end,
       'ACTIVE', 'dochak', 'dochak'
from said cross join framed
where wording <> 'login-code' or channel <> 'INBOX'
order by nr, channel;
