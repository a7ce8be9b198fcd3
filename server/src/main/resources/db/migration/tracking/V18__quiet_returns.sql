-- Parcels that were sent back, for the board (TRK-4): on the moves, since no column of a shipment that scans change may have
-- an index.
create index move_returning on tracking.move (tenant_id, recorded_at) where to_status = 'RETURNING';
