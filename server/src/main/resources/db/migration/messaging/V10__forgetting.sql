-- What is old is forgotten in batches, oldest first.
create index notice_by_detected_at on messaging.notice (detected_at);
