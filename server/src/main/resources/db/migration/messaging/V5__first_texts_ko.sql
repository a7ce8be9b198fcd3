-- The first Korean texts: what is said once is framed for each channel (greeting, link, sender).
with said (nr, wording, link, title, body, short) as (values
(1, 'order-confirmed', 'link', '주문을 확인했어요', '주문을 확인했어요.

· 주문번호: #{orderNo}
· 도착 약속: #{window}

늦어질 것 같으면 저희가 먼저 알려 드릴게요.', '주문을 확인했어요.
도착 약속: #{window}'),
(2, 'shipped', 'link', '상품이 출발했어요', '상품을 택배사에 맡겼어요. 이제 고객님께 가고 있어요.

· 주문번호: #{orderNo}
· 도착: #{window}', '상품이 출발했어요.
도착: #{window}'),
(3, 'out-for-delivery', 'link', '배송을 출발했어요', '배송 기사님이 상품을 싣고 출발했어요.

· 주문번호: #{orderNo}
· 도착: #{window}', '배송을 출발했어요.
도착: #{window}'),
(4, 'delivered', 'ratingLink', '상품이 도착했어요', '상품이 도착했어요.

· 주문번호: #{orderNo}
· 도착: #{at}

상품이 보이지 않거나 문제가 있으면 바로 알려 주세요. 배송이 어땠는지도 들려주세요.', '상품이 #{at}에 도착했어요. 배송이 어땠는지 들려주세요.'),
(5, 'window-changed', 'link', '도착 시간이 바뀌었어요', '#{reason}. 그래서 도착 시간을 다시 계산했어요.

· 주문번호: #{orderNo}
· 지난 안내: #{oldWindow}
· 새 도착: #{window}', '#{reason}.
새 도착: #{window} (지난 안내: #{oldWindow})'),
(6, 'window-earlier', 'link', '안내한 시간보다 일찍 도착해요', '상품이 빨리 오고 있어서 도착 시간을 다시 계산했어요.

· 주문번호: #{orderNo}
· 지난 안내: #{oldWindow}
· 새 도착: #{window}', '상품이 일찍 도착해요.
새 도착: #{window} (지난 안내: #{oldWindow})'),
(7, 'window-requested', 'link', '요청하신 대로 바꿨어요', '요청하신 대로 받는 날을 바꿨어요.

· 주문번호: #{orderNo}
· 지난 안내: #{oldWindow}
· 새 도착: #{window}', '요청하신 대로 받는 날을 바꿨어요.
새 도착: #{window}'),
(8, 'delayed', 'link', '약속보다 늦어져요', '#{reason}. #{finding} 기다리게 해 드려 죄송해요.

· 주문번호: #{orderNo}
· 약속: #{oldWindow}
· 새 도착: #{window}

또 달라지는 점이 있으면 바로 알려 드릴게요.', '#{reason}. #{finding} 죄송해요.
새 도착: #{window} (약속: #{oldWindow})'),
(9, 'delayed-granted', 'link', '약속보다 늦어져요', '#{reason}. #{finding} 기다리게 해 드려 죄송해요.

· 주문번호: #{orderNo}
· 약속: #{oldWindow}
· 새 도착: #{window}

#{grant} 내 혜택에 들어 있어요.

또 달라지는 점이 있으면 바로 알려 드릴게요.', '#{reason}. #{finding} 죄송해요.
새 도착: #{window} (약속: #{oldWindow})
#{grant}'),
(10, 'compensation-granted', 'link', '약속을 지키지 못한 보상을 드렸어요', '#{grant} 신청하지 않으셔도 내 혜택에 들어 있어요.

· 주문번호: #{orderNo}
· 드린 날: #{at}', '#{grant} 내 혜택에 들어 있어요.'),
(11, 'case-opened', 'caseLink', '문의를 받았어요', '문의를 받았어요. 답변이 올라오면 바로 알려 드릴게요.

· 접수번호: #{caseNo}
· 담당: #{owner}
· 첫 답변: #{contactBy}까지', '문의를 받았어요(접수번호 #{caseNo}). #{contactBy}까지 답변드릴게요.'),
(12, 'case-answered', 'caseLink', '문의에 답변드렸어요', '문의하신 내용에 답변을 남겼어요.

· 접수번호: #{caseNo}
· 담당: #{owner}
· 답변: #{at}', '문의(#{caseNo})에 답변을 남겼어요.'),
(13, 'login-code', '', '인증번호', '인증번호: #{code}

5분 안에 입력해 주세요. 다른 사람에게는 알려 주지 마세요.', '인증번호 #{code}
5분 안에 입력해 주세요. 남에게 알려 주지 마세요.'),
(14, 'lost-or-damaged', 'link', '상품에 문제가 생겼어요', '#{reason}. 기다리신 상품을 제때 전해 드리지 못해 죄송해요.

· 주문번호: #{orderNo}
· 담당: #{owner}
· 연락: #{contactBy}까지 먼저 전화드려요

다시 보내 드릴 날짜나 환불을 그때 정해 드릴게요. 원하는 방법을 먼저 알려 주셔도 돼요.', '#{reason}. 죄송해요.
#{owner} 담당이 #{contactBy}까지 전화드려 재발송 날짜나 환불을 정해 드릴게요.'),
(15, 'lost-or-damaged-granted', 'link', '상품에 문제가 생겼어요', '#{reason}. 기다리신 상품을 제때 전해 드리지 못해 죄송해요.

· 주문번호: #{orderNo}
· 담당: #{owner}
· 연락: #{contactBy}까지 먼저 전화드려요

다시 보내 드릴 날짜나 환불을 그때 정해 드릴게요. 원하는 방법을 먼저 알려 주셔도 돼요.

#{grant} 내 혜택에 들어 있어요.', '#{reason}. 죄송해요.
#{owner} 담당이 #{contactBy}까지 전화드려 재발송 날짜나 환불을 정해 드릴게요.
#{grant}'),
(16, 'attempt-failed', 'link', '방문했지만 전해 드리지 못했어요', '#{reason}. 배송 기사님이 방문했지만 상품을 전해 드리지 못했어요.

· 주문번호: #{orderNo}
· 방문: #{at}

받을 날이나 장소를 알려 주시면 그대로 다시 방문할게요.', '#{at}에 방문했지만 상품을 전해 드리지 못했어요. 받을 날이나 장소를 알려 주세요.'),
(17, 'ready-for-pickup', 'link', '상품을 찾아가실 수 있어요', '상품이 맡길 곳에 도착했어요.

· 주문번호: #{orderNo}
· 보관: #{place}
· 도착: #{at}', '상품이 #{place}에 #{at} 도착했어요. 찾아가 주세요.'),
(18, 'returning', 'link', '상품이 되돌아가고 있어요', '#{reason}. 상품이 보낸 곳으로 되돌아가고 있어요.

· 주문번호: #{orderNo}
· 확인: #{at}
· 연락: #{contactBy}까지

다시 받으시거나 환불받으실 방법을 그때까지 정해 알려 드릴게요.', '상품이 보낸 곳으로 되돌아가고 있어요(#{at} 확인). #{contactBy}까지 다음 방법을 알려 드릴게요.')),
framed (channel, prefix, greeting, ending) as (values
('INBOX', '', '', ''),
('ALIMTALK', '[#{mall}] ', '#{name}님, ', E'\n\n자세히 보기\n'),
('EMAIL', '[#{mall}] ', E'#{name}님, 안녕하세요.\n\n', E'\n\n자세히 보기\n'),
('SMS', '[#{mall}] ', '', E'\n'))
insert into messaging.template (wording, channel, language, version, title, body, vendor_code, state, made_by, activated_by)
select wording, channel, 'ko', 1,
       case channel when 'ALIMTALK' then title when 'SMS' then title else prefix || title end,
       case channel when 'ALIMTALK' then prefix || title || E'\n\n' when 'SMS' then prefix else '' end
           || greeting || case channel when 'SMS' then short else body end
           || case when link = '' or ending = '' then '' else ending || '#{' || link || '}' end,
       case channel when 'ALIMTALK' then 'dochak-' || lpad(nr::text, 2, '0') || '-ko-1' end,
       'ACTIVE', 'dochak', 'dochak'
from said cross join framed
where wording <> 'login-code' or channel <> 'INBOX'
order by nr, channel;
