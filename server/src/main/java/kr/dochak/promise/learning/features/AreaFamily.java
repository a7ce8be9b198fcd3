package kr.dochak.promise.learning.features;

import java.util.List;

/**
 * Warnings of areas as they were known when the window was shown. It is the last of the families, and there only where
 * warnings are read at all, so models that were learned without it go on serving.
 */
final class AreaFamily implements Family {

    private final AreaSignals signals;
    private final List<String> names;

    AreaFamily(AreaSignals signals) {
        this.signals = signals;
        this.names = signals.names().stream().map(name -> "area." + name).toList();
    }

    @Override
    public void describe(Journey journey, double now, Row row) {
        String from = Groupings.from(journey, Groupings.PROVINCE);
        String to = Groupings.to(journey, Groupings.PROVINCE);
        List<Double> values = signals.known(from, to, Journey.moment(now));
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), values.get(i));
        }
    }
}
