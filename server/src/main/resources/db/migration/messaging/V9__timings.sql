-- The board asks all day how fast customers are told: by the moment of telling, of a table that grows for months.
create index notice_told on messaging.notice (told_at) where told_at is not null;
drop index messaging.notice_by_told_at;
