-- What was answered about a parcel, and what a mall pushed, is read by staff: of one parcel, and of one mall by time.
create index raw_answer_of_shipment on tracking.raw_answer (shipment_id, received_at desc) where shipment_id is not null;
create index pushed_body_of_caller on tracking.pushed_body (caller_tenant, id desc);
