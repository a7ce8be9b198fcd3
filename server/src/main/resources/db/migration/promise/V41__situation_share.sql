-- How many promises are late by a situation now, and how many could be: its share. Missing of those that ended before.
alter table promise.situation
    add column late    int check (late >= 0),
    add column exposed int check (exposed > 0);
