-- Korean texts in which every act has something that does it, and which say who carries a parcel, when it leaves and where it is
-- (MSG-4, MSG-9). A text that a mall has written itself stays in use; ours is then a draft beside it.
with said (nr, wording, link, title, body, short) as (values
(31, 'order-confirmed', 'link', '주문을 확인했어요', '주문을 확인했어요.

· 주문번호: #{orderNo}
· 출고 예정: #{dispatch}
· 택배사: #{carrier}
· 도착 약속: #{window}

늦어질 것 같으면 저희가 먼저 알려 드릴게요.', '주문을 확인했어요.
출고 예정: #{dispatch}
택배사: #{carrier}
도착 약속: #{window}'),
(32, 'preparing', 'link', '상품을 준비하고 있어요', '물류센터에서 상품을 준비하고 있어요.

· 주문번호: #{orderNo}
· 다음: 택배사에 맡겨요 (#{carrier})
· 출고 예정: #{dispatch} (#{left} 안에)
· 도착 약속: #{window}', '상품을 준비하고 있어요.
출고 예정: #{dispatch}
도착 약속: #{window}'),
(33, 'shipped', 'link', '상품이 출발했어요', '상품을 택배사에 맡겼어요. 이제 고객님께 가고 있어요.

· 주문번호: #{orderNo}
· 택배사: #{carrier}
· 위치: #{happened}
· 도착: #{window}', '상품이 출발했어요(#{carrier}).
위치: #{happened}
도착: #{window}'),
(34, 'window-requested', 'link', '받는 날이 바뀌었어요', '배송 요청을 반영해 도착 안내를 다시 계산했어요.

· 주문번호: #{orderNo}
· 지난 안내: #{oldWindow}
· 새 도착: #{window}

택배사에 전해졌는지는 따로 알려 드려요.', '배송 요청을 반영해 도착 안내를 다시 계산했어요.
새 도착: #{window}'),
(35, 'lost-or-damaged', 'link', '상품에 문제가 생겼어요', '#{reason}. 기다리신 상품을 제때 전해 드리지 못해 죄송해요.

· 주문번호: #{orderNo}
· 담당: #{owner}
· 연락: #{contactBy}까지 먼저 전화드려요

다시 받으실지 환불받으실지 그때 함께 정해요. 원하는 방법을 먼저 알려 주셔도 돼요.', '#{reason}. 죄송해요.
#{owner} 담당이 #{contactBy}까지 전화드려 다시 받으실지 환불받으실지 함께 정해요.'),
(36, 'lost-or-damaged-granted', 'link', '상품에 문제가 생겼어요', '#{reason}. 기다리신 상품을 제때 전해 드리지 못해 죄송해요.

· 주문번호: #{orderNo}
· 담당: #{owner}
· 연락: #{contactBy}까지 먼저 전화드려요

다시 받으실지 환불받으실지 그때 함께 정해요. 원하는 방법을 먼저 알려 주셔도 돼요.

#{grant} 내 혜택에 들어 있어요.', '#{reason}. 죄송해요.
#{owner} 담당이 #{contactBy}까지 전화드려 다시 받으실지 환불받으실지 함께 정해요.
#{grant}'),
(37, 'attempt-failed', 'link', '방문했지만 전해 드리지 못했어요', '#{reason}. 배송 기사님이 방문했지만 상품을 전해 드리지 못했어요.

· 주문번호: #{orderNo}
· 방문: #{at}

보통 다음 배송일에 다시 방문해요. 받고 싶은 날이나 장소를 문의에 남겨 주시면 담당자가 택배사에 전할게요.', '#{at}에 방문했지만 상품을 전해 드리지 못했어요. 받고 싶은 날이나 장소를 문의에 남겨 주세요.'),
(38, 'returning', 'link', '상품이 되돌아가고 있어요', '#{reason}. 상품이 보낸 곳으로 되돌아가고 있어요.

· 주문번호: #{orderNo}
· 확인: #{at}
· 연락: #{contactBy}까지

어떻게 다시 받으시거나 환불받으실 수 있는지 그때까지 확인해서 알려 드릴게요.', '상품이 보낸 곳으로 되돌아가고 있어요(#{at} 확인). #{contactBy}까지 다음 방법을 알려 드릴게요.'),
(39, 'case-wrote', 'caseLink', '담당자가 소식을 남겼어요', '상품에 대해 확인한 내용을 남겼어요.

· 접수번호: #{caseNo}
· 담당: #{owner}
· 남긴 때: #{at}', '상품에 대해 확인한 내용을 남겼어요(#{caseNo}).'),
(40, 'request-passed-on', 'link', '배송 요청을 전했어요', '요청하신 내용을 택배사에 전했어요.

· 주문번호: #{orderNo}
· 요청: #{request}
· 전한 때: #{at}', '배송 요청을 전했어요(#{at}).
요청: #{request}'),
(41, 'request-not-passed-on', 'link', '배송 요청을 전하지 못했어요', '요청하신 내용을 택배사에 전하지 못했어요. 요청하기 전에 안내한 대로 도착해요. 죄송해요.

· 주문번호: #{orderNo}
· 요청: #{request}
· 확인: #{at}

받기 어려우면 문의에 남겨 주세요. 담당자가 방법을 찾아볼게요.', '배송 요청(#{request})을 전하지 못했어요(#{at}). 요청 전에 안내한 대로 도착해요.')),
framed (channel, prefix, greeting, ending) as (values
('INBOX', '', '', ''),
('ALIMTALK', '[#{mall}] ', '#{name}님, ', E'\n\n자세히 보기\n'),
('EMAIL', '[#{mall}] ', E'#{name}님, 안녕하세요.\n\n', E'\n\n자세히 보기\n'),
('SMS', '[#{mall}] ', '', E'\n')),
texts as (
select nr, wording, channel, 'ko' as language,
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
       n.title, n.body, case n.channel when 'ALIMTALK' then 'dochak-' || n.nr || '-ko' end,
       case when exists (select from own where (own.wording, own.channel, own.language) = (n.wording, n.channel, n.language))
            then 'DRAFT' else 'ACTIVE' end,
       'dochak',
       case when exists (select from own where (own.wording, own.channel, own.language) = (n.wording, n.channel, n.language))
            then null else 'dochak' end
from texts n, (select count(*) from retired) as first_retired
order by n.nr, n.channel;
