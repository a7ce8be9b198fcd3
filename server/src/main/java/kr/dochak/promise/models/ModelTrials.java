package kr.dochak.promise.models;

import java.util.List;
import java.util.Map;
import kr.dochak.promise.learning.HoldOut;
import kr.dochak.promise.learning.ModelVersion;
import kr.dochak.promise.windows.CalendarRepository;
import kr.dochak.promise.windows.LaneRepository;
import kr.dochak.promise.windows.LaneTable;
import kr.dochak.promise.windows.PromiseNumbers;
import kr.dochak.shared.PromiseId;
import org.springframework.stereotype.Component;

/** Compares a candidate with what is in use, on deliveries that it has not learned from (PRM-5). */
@Component
class ModelTrials {

    private final LearnedWindows learned;
    private final ModelRepository models;
    private final LaneRepository lanes;
    private final CalendarRepository calendars;
    private final PromiseNumbers numbers;

    ModelTrials(
            LearnedWindows learned,
            ModelRepository models,
            LaneRepository lanes,
            CalendarRepository calendars,
            PromiseNumbers numbers) {
        this.learned = learned;
        this.models = models;
        this.lanes = lanes;
        this.calendars = calendars;
        this.numbers = numbers;
    }

    ModelComparison compare(HoldOut holdOut, ModelVersion candidate) {
        List<HoldOut.Predicted> predicted = holdOut.predicted(candidate);
        List<HoldOut.Predicted> former = learned.inUse()
                .map(basis -> holdOut.predicted(models.version(basis.model())))
                .orElse(List.of());
        Map<PromiseId, ModelTrial.Delivered> delivered = models.delivered(predicted.stream()
                .map(each -> PromiseId.valueOf(each.id()))
                .distinct()
                .toList());
        LaneTable table = lanes.lanesBy(holdOut.cut().minus(numbers.learnFrom()), holdOut.cut());
        return new ModelTrial(table, calendars.calendars(), calendars.cutoffs()).compare(predicted, former, delivered);
    }
}
