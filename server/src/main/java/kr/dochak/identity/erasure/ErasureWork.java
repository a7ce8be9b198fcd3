package kr.dochak.identity.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.identity.vault.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does an erasure step by step, each in a transaction with the row that says it is done: first what law keeps, then every
 * module's own, the keys at the very end. What was killed goes on where it stood.
 */
@Component
class ErasureWork {

    private static final String KEEP = "keep:";
    private static final String FORGET = "forget:";

    private final ErasureRepository erasures;
    private final List<PersonTraces> modules;
    private final Hindrances hindrances;
    private final Archive archive;
    private final People people;
    private final ErasureSettings settings;

    ErasureWork(
            ErasureRepository erasures,
            List<PersonTraces> modules,
            Hindrances hindrances,
            Archive archive,
            People people,
            ErasureSettings settings) {
        this.erasures = erasures;
        this.modules = modules.stream()
                .sorted(Comparator.comparing(PersonTraces::module))
                .toList();
        this.hindrances = hindrances;
        this.archive = archive;
        this.people = people;
        this.settings = settings;
    }

    /** Does the next step; true when there is another one to do now. */
    @Transactional
    boolean advance(long id, Instant now) {
        if (!erasures.claim(id)) {
            return false;
        }
        Erasure erasure = erasures.byId(id).orElseThrow();
        return switch (erasure.state()) {
            case REQUESTED, WAITING -> begin(erasure, now);
            case RUNNING -> step(erasure, now);
            case PROPOSED, DONE, WITHDRAWN -> false;
        };
    }

    private boolean begin(Erasure erasure, Instant now) {
        if (now.isBefore(erasure.graceUntil())) {
            return false;
        }
        List<Hindrance> first = hindrances.of(erasure.people());
        if (!first.isEmpty()) {
            erasures.await(erasure.id(), first, now.plus(ErasureSettings.LOOK_AGAIN));
            return false;
        }
        erasures.begin(erasure.id());
        return true;
    }

    private boolean step(Erasure erasure, Instant now) {
        Set<String> done = erasures.steps(erasure.id());
        for (PersonTraces module : modules) {
            if (!done.contains(KEEP + module.module())) {
                erasures.done(erasure.id(), KEEP + module.module(), keep(erasure, module, now), now);
                return true;
            }
        }
        for (PersonTraces module : modules) {
            if (!done.contains(FORGET + module.module())) {
                int rows = erasure.people().stream().mapToInt(module::forget).sum();
                erasures.done(erasure.id(), FORGET + module.module(), rows, now);
                return true;
            }
        }
        erasure.people().forEach(people::erase);
        erasures.finish(erasure.id(), certificate(erasure, now), now);
        return false;
    }

    private int keep(Erasure erasure, PersonTraces module, Instant now) {
        List<LegalRecord> records = new ArrayList<>();
        erasure.people().forEach(person -> records.addAll(module.keptByLaw(person)));
        return archive.keep(erasure.tenantId(), erasure.id(), records, now);
    }

    private Certificate certificate(Erasure erasure, Instant now) {
        Map<LegalRecord.Reason, List<Archive.Entry>> kept = new LinkedHashMap<>();
        archive.ofErasure(erasure.tenantId(), erasure.id())
                .forEach(each -> kept.computeIfAbsent(each.reason(), reason -> new ArrayList<>())
                        .add(each));
        return new Certificate(
                erasure.cause(),
                erasure.requestedBy(),
                erasure.approvedBy(),
                erasure.requestedAt(),
                now,
                erasure.people().size(),
                erasures.rows(erasure.id(), FORGET),
                kept.entrySet().stream()
                        .map(each -> kept(each.getKey(), each.getValue()))
                        .toList(),
                now.plus(settings.backups()));
    }

    private static Certificate.Remainder kept(LegalRecord.Reason reason, List<Archive.Entry> records) {
        return new Certificate.Remainder(
                reason.name(),
                reason.law(),
                records.size(),
                records.stream()
                        .map(Archive.Entry::until)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }
}
