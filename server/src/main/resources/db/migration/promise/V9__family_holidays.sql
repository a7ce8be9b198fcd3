-- The carriers that work every day of the year rest on the three days of 설날 and of 추석 all the same.
alter table promise.carrier_calendar add column closed_on_family_holiday boolean not null default true;
