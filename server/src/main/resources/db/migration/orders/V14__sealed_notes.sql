-- Words for the driver (door codes among them) lie sealed under their writer's key; a keyed mark tells whether they changed.
-- The start after this migration brings the rows over (OrderNotes) and leaves request_note and mall_note empty.
alter table orders.customer_order
    add column note           bytea,
    add column note_mark      bytea not null default '\x00',
    -- whose key it is sealed under: an order may be given to the same customer under another id later
    add column note_person    bigint,
    -- what the mall itself said, once the customer has said something else
    add column mall_note_mark bytea;
alter table orders.customer_order add constraint note_has_its_person check ((note is null) = (note_person is null));
