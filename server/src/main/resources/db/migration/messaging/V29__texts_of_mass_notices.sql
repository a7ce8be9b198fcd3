-- The frame of what one person wrote for many. By Alimtalk it does not go: its vendor approves each text before, and these words are of the day.
insert into messaging.template (wording, channel, language, version, title, body, state, made_by, activated_by)
values
('mass-notice', 'INBOX', 'ko', 1, '#{headline}', E'#{words}\n\n· 주문번호: #{orderNo}\n· #{at} 기준이에요', 'ACTIVE', 'dochak', 'dochak'),
('mass-notice', 'INBOX', 'en', 1, '#{headline}', E'#{words}\n\n· Order: #{orderNo}\n· As of #{at}', 'ACTIVE', 'dochak', 'dochak'),
('mass-notice', 'SMS', 'ko', 1, '#{headline}', E'[#{mall}] #{words}\n주문 #{orderNo}, #{at} 기준\n#{link}', 'ACTIVE', 'dochak', 'dochak'),
('mass-notice', 'SMS', 'en', 1, '#{headline}', E'[#{mall}] #{words}\nOrder #{orderNo}, as of #{at}\n#{link}', 'ACTIVE', 'dochak', 'dochak'),
('mass-notice', 'EMAIL', 'ko', 1, '[#{mall}] #{headline}',
 E'#{name}님, 안녕하세요.\n\n#{words}\n\n· 주문번호: #{orderNo}\n· #{at} 기준이에요\n\n자세히 보기\n#{link}', 'ACTIVE', 'dochak', 'dochak'),
('mass-notice', 'EMAIL', 'en', 1, '[#{mall}] #{headline}',
 E'Hello #{name},\n\n#{words}\n\n· Order: #{orderNo}\n· As of #{at}\n\nSee details\n#{link}', 'ACTIVE', 'dochak', 'dochak');
