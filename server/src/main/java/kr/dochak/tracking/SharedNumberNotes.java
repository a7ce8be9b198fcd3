package kr.dochak.tracking;

import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down which parcels have a number that another mall's parcel has too (TRK-1). */
@Repository
class SharedNumberNotes {

    private final JdbcClient jdbc;

    SharedNumberNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes parcels whose number another mall's parcel has too, for both malls: one of them has a wrong number. */
    void note(List<RegisteredShipment> fresh) {
        jdbc.sql("""
                insert into tracking.shared_number (tenant_id, shipment_id, found_at)
                select s.tenant_id, s.id, f.at
                from unnest(:tenants::bigint[], :carriers::text[], :numbers::text[], :at::timestamptz[])
                         as f (tenant_id, carrier, number, at)
                join tracking.shipment s
                  on s.carrier = f.carrier and s.tracking_number = f.number and s.retired_at is null
                where exists (
                    select from tracking.shipment o
                    where o.carrier = f.carrier and o.tracking_number = f.number and o.retired_at is null
                      and o.tenant_id <> f.tenant_id)
                order by s.id
                on conflict (shipment_id) do nothing
                """)
                .param("tenants", Sql.ids(fresh, RegisteredShipment::tenantId))
                .param("carriers", Sql.texts(fresh, each -> each.carrier().value()))
                .param("numbers", Sql.texts(fresh, each -> each.trackingNumber().value()))
                .param("at", Sql.instants(fresh, RegisteredShipment::registeredAt))
                .update();
    }
}
