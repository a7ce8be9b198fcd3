package kr.dochak.promise;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The {@link Knowledge} in use, read once and again after something was learned anew. */
@Component
public class KnowledgeInUse {

    private final KnowledgeRepository repository;
    private final AtomicReference<@Nullable Knowledge> current = new AtomicReference<>();

    KnowledgeInUse(KnowledgeRepository repository) {
        this.repository = repository;
    }

    public Knowledge current() {
        Knowledge known = current.get();
        if (known != null) {
            return known;
        }
        current.compareAndSet(null, repository.read()); // what was reloaded meanwhile is newer
        return Objects.requireNonNull(current.get());
    }

    /** One at a time, so that the last to read is the last to write. Until then the former generation serves. */
    public synchronized void reload() {
        current.set(repository.read());
        repository.refreshModels();
    }
}
