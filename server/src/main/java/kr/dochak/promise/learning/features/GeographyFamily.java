package kr.dochak.promise.learning.features;

/** Where from, where to, how far. */
final class GeographyFamily implements Family {

    @Override
    public void describe(Journey journey, double now, Row row) {
        Place from = journey.consignment().from();
        Place to = journey.consignment().to();
        row.put("way.kilometres", from.kilometresTo(to));
        row.put("way.from latitude", from.latitude());
        row.put("way.from longitude", from.longitude());
        row.put("way.to latitude", to.latitude());
        row.put("way.to longitude", to.longitude());
        row.put("way.same province", from.area(Groupings.PROVINCE).equals(to.area(Groupings.PROVINCE)) ? 1 : 0);
        row.put("way.same district", from.area(Groupings.DISTRICT).equals(to.area(Groupings.DISTRICT)) ? 1 : 0);
    }
}
