-- Acts that were promised to a customer, each with a clock, until somebody has done them or an event has (MSG-9).
create table care.task (
    id          bigint generated always as identity primary key,
    kind        text        not null check (kind in ('CALL', 'CARRIER_INQUIRY', 'RETURN_CONTACT', 'DELIVERY_REQUEST')),
    subject     text        not null,
    tenant_id   bigint      not null,
    person_id   bigint      not null,
    order_id    bigint      not null,
    shipment_id bigint,
    case_id     bigint references care.support_case,
    -- of a delivery request: what was wished, and what held before
    wished      jsonb,
    before      jsonb,
    owner_id    bigint,
    owner_name  text check ((owner_name is null) = (owner_id is null)),
    opened_at   timestamptz not null,
    due_at      timestamptz not null,
    overdue_at  timestamptz,
    tries       int         not null default 0 check (tries >= 0),
    ended_at    timestamptz,
    outcome     text check (outcome in ('DONE', 'COULD_NOT', 'OBSOLETE')),
    ended_by    text        not null default '',
    note        text        not null default '' check (length(note) <= 4000),
    unique (kind, subject),
    check ((ended_at is null) = (outcome is null))
);
create index task_open on care.task (tenant_id, due_at, id) where ended_at is null;
create index task_by_order on care.task (order_id);
create index task_by_shipment on care.task (shipment_id) where ended_at is null;
create index task_by_case on care.task (case_id) where case_id is not null;
create index task_clock on care.task (due_at) where ended_at is null and overdue_at is null;
create index task_ended on care.task (ended_at) where ended_at is not null;

-- A call that is due, and an escalation that no lead has seen, are the next thing to be done on a case.
alter table care.support_case add column call_due_at timestamptz, add column lead_seen_at timestamptz;
drop index care.support_case_queue;
drop index care.support_case_by_owner;
alter table care.support_case drop column attention_at;
alter table care.support_case add column attention_at timestamptz not null generated always as (
    least(case when first_replied_at is null then first_reply_due_at end, next_reply_due_at, solve_due_at, call_due_at,
          case when escalated_at is not null and lead_seen_at is null then escalate_at end)) stored;
create index support_case_queue on care.support_case (tenant_id, attention_at, id) where status <> 'SOLVED';
create index support_case_by_owner on care.support_case (owner_id, attention_at, id) where status <> 'SOLVED';
create index support_case_escalated on care.support_case (tenant_id, attention_at, id)
    where status <> 'SOLVED' and escalated_at is not null and lead_seen_at is null;

alter table care.case_event drop constraint case_event_kind_check;
alter table care.case_event add constraint case_event_kind_check check (kind in ('OPENED', 'JOINED', 'TAKEN', 'ASSIGNED',
    'RECLASSIFIED', 'CUSTOMER_WROTE', 'ANSWERED', 'SOLVED', 'REOPENED', 'FIRST_REPLY_OVERDUE', 'NEXT_REPLY_OVERDUE',
    'SOLVE_OVERDUE', 'ESCALATED', 'CALL_DUE', 'CALLED', 'NOT_REACHED', 'CALL_OVERDUE', 'LEAD_SEEN', 'ANSWERED_BY_EVENT'));

-- Which questions an event answers by itself; tenant 0 is every mall without rows of its own.
create table care.closing_rule (
    tenant_id bigint not null default 0,
    type      text   not null,
    event     text   not null check (event in ('DELIVERED', 'CANCELLED')),
    primary key (tenant_id, type, event)
);
insert into care.closing_rule (type, event) values ('DELIVERY_DELAY', 'DELIVERED'), ('CANCEL', 'CANCELLED');

-- Approved answers promised what nothing here does: photos to be uploaded, refunds by a date, interest. A mall's own stay.
update care.reply_template set active = false where tenant_id = 0 and (type, title) in (('DAMAGED', '사진 요청'));
update care.reply_template set
    next_step = '다시 받으실지 환불받으실지 이 대화에 적어 주세요. 적어 주신 대로 {replyBy}까지 정해서 알려 드릴게요.'
    where tenant_id = 0 and (type, title) in (('LOST', '재발송·환불 선택'), ('DAMAGED', '재발송·환불 선택'));
update care.reply_template set
    responsibility = '{orderNo} 주문은 저희가 책임지고 처리할게요. 받으신 상품은 그대로 두시면 돼요.'
    where tenant_id = 0 and (type, title) = ('DAMAGED', '재발송·환불 선택');
update care.reply_template set
    responsibility = '{orderNo} 주문의 배송지 변경을 받았어요.',
    next_step = '바뀐 주소로 갈 수 있는지 {replyBy}까지 확인해서 이 대화로 알려 드릴게요.'
    where tenant_id = 0 and (type, title) = ('ADDRESS_CHANGE', '주소 변경 완료');
update care.reply_template set title = '주소 변경 접수' where tenant_id = 0 and (type, title) = ('ADDRESS_CHANGE', '주소 변경 완료');
update care.reply_template set
    responsibility = '{orderNo} 주문은 이미 출고되어서, 배송 지점에 새 주소로 갈 수 있는지 물어볼게요.'
    where tenant_id = 0 and (type, title) = ('ADDRESS_CHANGE', '이미 출고된 경우');
update care.reply_template set
    responsibility = '{orderNo} 주문의 취소를 접수했어요.',
    next_step = '취소와 환불이 어떻게 되는지 {replyBy}까지 확인해서 이 대화로 알려 드릴게요.'
    where tenant_id = 0 and (type, title) = ('CANCEL', '취소 완료');
update care.reply_template set title = '취소 접수' where tenant_id = 0 and (type, title) = ('CANCEL', '취소 완료');
update care.reply_template set
    responsibility = '{orderNo} 주문의 반품을 접수했어요.',
    next_step = '수거 날짜와 환불을 {replyBy}까지 확인해서 이 대화로 알려 드릴게요.'
    where tenant_id = 0 and (type, title) = ('RETURN', '반품 접수');
update care.reply_template set
    responsibility = '{orderNo} 주문의 교환을 접수했어요.',
    next_step = '새 상품을 언제 보낼 수 있는지 {replyBy}까지 확인해서 이 대화로 알려 드릴게요.'
    where tenant_id = 0 and (type, title) = ('EXCHANGE', '교환 접수');
update care.reply_template set
    responsibility = '{orderNo} 주문의 환불 {total}이 어디까지 진행됐는지 확인하고 있어요.',
    next_step = '언제 들어오는지 {replyBy}까지 확인해서 이 대화로 알려 드릴게요.'
    where tenant_id = 0 and (type, title) = ('REFUND', '환불 일정 안내');
update care.reply_template set
    next_step = '확인한 내용을 {replyBy}까지 이 대화로 알려 드릴게요.'
    where tenant_id = 0 and (type, title) = ('COUPON', '쿠폰·적립금 확인');
update care.reply_template set
    responsibility = '{orderNo} 주문의 위치를 택배사에 확인하고 있어요. 이 문의는 제가 맡을게요.',
    next_step = '확인한 내용을 {replyBy}까지 이 대화로 알려 드릴게요.'
    where tenant_id = 0 and (type, title) = ('DELIVERY_DELAY', '택배사 확인 중');
update care.reply_template set
    next_step = '{arrival}에 도착할 것 같아요. 달라지면 도착 안내로 바로 알려 드려요.'
    where tenant_id = 0 and (type, title) = ('DELIVERY_DELAY', '새 도착 시간 안내');
