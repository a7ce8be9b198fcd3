-- Every scan is looked up by its number. Compared byte by byte, and the number first: whose it is tells few parcels apart.
alter table tracking.shipment
    alter column carrier type text collate "C",
    alter column tracking_number type text collate "C";
drop index tracking.shipment_by_number;
create unique index shipment_by_number on tracking.shipment (tracking_number, carrier) where retired_at is null;
