-- One line of an order may travel in two parcels (ORD-3): how many pieces of each line; null where it is all of them.
alter table tracking.shipment_order add column pieces int[];

-- A parcel cannot have been scanned before its orders were placed: what is older is of another parcel with this number.
alter table tracking.shipment add column not_before timestamptz;
