-- A fact is kept with the name of the listener that must still act on it, and the listeners of promises have another package.
update event_publication
set listener_id = replace(listener_id, 'kr.dochak.promise.PromiseListeners.', 'kr.dochak.promise.making.PromiseListeners.')
where listener_id like 'kr.dochak.promise.PromiseListeners.%';
