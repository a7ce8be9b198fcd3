package kr.dochak.promise.models;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.ApprovalWish;
import kr.dochak.approvals.Approvals;
import kr.dochak.identity.Right;
import kr.dochak.settings.SecondPerson;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether people agree before windows come from another model (PRM-5, SET-1), and how they are asked. */
@Component
class ModelGate {

    static final String KIND = "model";
    static final Set<Right> RIGHTS = Set.of(Right.PLATFORM);

    /** How many people agree; with none a better model is used by itself. */
    static final Setting<Integer> APPROVERS = Setting.count(
                    "promise.model-approvers", Section.DELIVERY, Unit.PEOPLE, 0, 2, 0)
            .withSecondPerson();

    /** Nobody of the staff: a model that was learned by itself. */
    private static final long NOBODY = 0;

    private final Approvals approvals;
    private final ModelRepository models;
    private final Settings settings;

    ModelGate(Approvals approvals, ModelRepository models, Settings settings) {
        this.approvals = approvals;
        this.models = models;
        this.settings = settings;
    }

    int approvers() {
        return settings.of(APPROVERS);
    }

    /**
     * Asks for a model; a candidate that waited before is given up, since a newer one is better known.
     */
    @Transactional
    public void ask(int id, ModelComparison figures, AskedBy by, @Nullable Instant at) {
        for (int older : models.candidates()) {
            if (older < id) {
                approvals.withdrawn(KIND, Integer.toString(older), null);
                models.reject(older);
            }
        }
        approvals.ask(wish(id, figures, maker(by), at));
    }

    /** Asks for a model that was in use before; what else waits goes on waiting. */
    @Transactional
    public void askBack(int id, ModelComparison figures, AskedBy by) {
        approvals.ask(wish(id, figures, maker(by), null));
    }

    private static long maker(AskedBy by) {
        return switch (by) {
            case AskedBy.Staff(long id) -> id;
            case AskedBy.Program _ -> NOBODY;
        };
    }

    /** What was measured on deliveries that it had not learned from stands in the wish. */
    private ApprovalWish wish(int id, ModelComparison figures, long maker, @Nullable Instant at) {
        ModelComparison.Group all = figures.overall();
        return new ApprovalWish(
                new SecondPerson.Wish(
                        KIND,
                        Integer.toString(id),
                        MallId.DEFAULT,
                        maker,
                        "approvals.what.model",
                        List.of(
                                Integer.toString(id),
                                String.format(
                                        Locale.ROOT, "%,d", all.candidate().windows()),
                                String.format(Locale.ROOT, "%.1f", -100 * all.worse()),
                                String.format(
                                        Locale.ROOT,
                                        "%.1f",
                                        100 * all.candidate().coverage()),
                                String.format(
                                        Locale.ROOT, "%.1f", 100 * all.before().coverage())),
                        "/console/windows/model",
                        at),
                RIGHTS,
                null,
                Math.max(1, approvers()),
                List.of());
    }

    /** Good candidates that a killed process left behind, newer than what is in use. */
    List<ApprovalWish> standing() {
        if (approvers() == 0) {
            return List.of();
        }
        List<ModelCard.Version> newest = models.newest();
        int used = newest.stream()
                .filter(each -> each.state() == ModelCard.State.IN_USE)
                .mapToInt(ModelCard.Version::id)
                .max()
                .orElse(0);
        Optional<ModelCard.Version> left = newest.stream()
                .filter(each -> each.state() == ModelCard.State.CANDIDATE && each.id() > used)
                .filter(each -> each.against().isEmpty())
                .findFirst();
        return left.map(each -> wish(each.id(), each.figures(), NOBODY, each.learnedAt())).stream()
                .toList();
    }

    /** The open wishes about these models. */
    Map<Integer, ApprovalRequest> open(Collection<Integer> ids) {
        Map<Integer, ApprovalRequest> open = new HashMap<>();
        approvals.newest(KIND, ids.stream().map(String::valueOf).toList()).stream()
                .filter(ApprovalRequest::isOpen)
                .forEach(each -> open.put(Integer.valueOf(each.subject()), each));
        return open;
    }

    @Configuration(proxyBeanMethods = false)
    static class Plan {

        @Bean
        SettingPlan modelSettingPlan() {
            return SettingPlan.of(APPROVERS);
        }
    }
}
