-- A notice of an arrival that turned out to be none stays as it was said, and is no arrival any more (TRK-8).
alter table messaging.notice add column corrected_at timestamptz;

-- Texts for a parcel that is back with its sender, and for an arrival that was announced and was none.
with said (nr, language, wording, title, body, short) as (values
(31, 'ko', 'returned', '상품이 보낸 곳에 돌아갔어요', '상품이 보낸 곳에 돌아갔어요. 배송은 여기서 끝났어요.

· 주문번호: #{orderNo}
· 확인: #{at}

다시 받거나 환불받고 싶으시면 주문 상세의 문의에 남겨 주세요.', '상품이 보낸 곳에 돌아갔어요(#{at} 확인). 다시 받기·환불은 문의에 남겨 주세요.'),
(32, 'ko', 'delivery-corrected', '도착 안내를 바로잡아요', '도착했다고 안내드렸지만 확인해 보니 아직 도착하지 않았어요. 잘못 안내해 드려 죄송해요.

· 주문번호: #{orderNo}
· 바로잡은 때: #{at}

지금 어디까지 왔는지는 주문 상세에서 볼 수 있어요. 상품을 이미 받으셨다면 주문 상세의 문의에 남겨 주세요.', '도착했다고 안내드렸지만 아직 도착하지 않았어요. 잘못 안내해 드려 죄송해요(#{at} 확인).'),
(31, 'en', 'returned', 'Your parcel is back with the sender', 'Your parcel is back with the sender. The delivery has ended.

· Order: #{orderNo}
· Seen: #{at}

If you would like it again or a refund, please leave a message with the order.', 'Your parcel is back with the sender (seen #{at}). For a new parcel or a refund, leave a message.'),
(32, 'en', 'delivery-corrected', 'A correction about your parcel', 'We told you that your parcel had arrived. We have found out that it has not come yet, and we are sorry for the wrong message.

· Order: #{orderNo}
· Corrected: #{at}

Where it is now stands with your order. If you do have it, please leave a message there.', 'We told you your parcel had arrived, but it has not come yet. We are sorry (checked #{at}).')),
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
