-- Of a parcel that nobody has seen, whose promise still holds, what is known is said: since when, where, what is done and until when,
-- and that the promise stands (TRK-4). The notice names the moment at which the task to ask its carrier is due.
alter table messaging.policy add column carrier_answer_minutes int not null default 1440 check (carrier_answer_minutes > 0);

with said (nr, language, wording, title, body, short) as (values
(51, 'ko', 'silent', '택배 위치를 확인하고 있어요', '#{seen}. 그래서 택배사에 물어보고 있어요.

· 주문번호: #{orderNo}
· 도착 약속: #{oldWindow}, 아직 그대로예요
· 답변: 택배사에 확인한 내용을 #{contactBy}까지 알려 드려요

그 전에 위치가 잡히면 주문 상세에 바로 보여요.', '#{seen}. 택배사에 확인해 #{contactBy}까지 알려 드려요.
도착 약속(#{oldWindow})은 아직 그대로예요.'),
(52, 'ko', 'silent-granted', '택배 위치를 확인하고 있어요', '#{seen}. 그래서 택배사에 물어보고 있어요. 기다리게 해 드려 죄송해요.

· 주문번호: #{orderNo}
· 도착 약속: #{oldWindow}
· 지금 예상: #{window}
· 답변: 택배사에 확인한 내용을 #{contactBy}까지 알려 드려요

#{grant} 내 혜택에 들어 있어요.

그 전에 위치가 잡히면 주문 상세에 바로 보여요.', '#{seen}. 택배사에 확인해 #{contactBy}까지 알려 드려요.
도착 약속: #{oldWindow}
지금 예상: #{window}
#{grant}'),
(51, 'en', 'silent', 'We are locating your parcel', '#{seen}. We are asking the carrier about it.

· Order: #{orderNo}
· Promised: #{oldWindow}; that still stands
· Answer: we tell you what the carrier says by #{contactBy}

Once it is seen before that, it shows with your order at once.', '#{seen}. We are asking the carrier and tell you more by #{contactBy}.
The promise (#{oldWindow}) still stands.'),
(52, 'en', 'silent-granted', 'We are locating your parcel', '#{seen}. We are asking the carrier about it, and are sorry to keep you waiting.

· Order: #{orderNo}
· Promised: #{oldWindow}
· Expected now: #{window}
· Answer: we tell you what the carrier says by #{contactBy}

#{grant} You find it under your benefits.

Once it is seen before that, it shows with your order at once.', '#{seen}. We are asking the carrier and tell you more by #{contactBy}.
Promised: #{oldWindow}
Expected now: #{window}
#{grant}')),
framed (language, channel, prefix, greeting, ending) as (values
('ko', 'INBOX', '', '', ''),
('ko', 'ALIMTALK', '[#{mall}] ', '#{name}님, ', E'\n\n자세히 보기\n'),
('ko', 'EMAIL', '[#{mall}] ', E'#{name}님, 안녕하세요.\n\n', E'\n\n자세히 보기\n'),
('ko', 'SMS', '[#{mall}] ', '', E'\n'),
('en', 'INBOX', '', '', ''),
('en', 'ALIMTALK', '[#{mall}] ', 'Hello #{name}. ', E'\n\nSee details\n'),
('en', 'EMAIL', '[#{mall}] ', E'Hello #{name},\n\n', E'\n\nSee details\n'),
('en', 'SMS', '[#{mall}] ', '', E'\n'))
insert into messaging.template (wording, channel, language, version, title, body, vendor_code, state, made_by, activated_by)
select wording, channel, language, 1,
       case channel when 'ALIMTALK' then title when 'SMS' then title else prefix || title end,
       case channel when 'ALIMTALK' then prefix || title || E'\n\n' when 'SMS' then prefix else '' end
           || greeting || case channel when 'SMS' then short else body end
           || case when ending = '' then '' else ending || '#{link}' end,
       case channel when 'ALIMTALK' then 'dochak-' || nr || '-' || language || '-1' end,
       'ACTIVE', 'dochak', 'dochak'
from said join framed using (language)
order by nr, language, channel;
