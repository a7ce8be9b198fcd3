-- Until when a scan that changes neither status nor reason is no news to anybody: most scans need not be told on.
alter table tracking.shipment add column calm_until timestamptz;
