-- A parcel's last scan is the shipment's to know: kept here too, every scan of a parcel that is on time wrote a row more.
alter table promise.promise drop column last_scan_at;
