package kr.dochak.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import kr.dochak.time.OutsideHold;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Whether this is a restored copy (SET-3). Its original may still work, so it sends no message, tells no other system and asks
 * no carrier until an owner says that it takes the original's place.
 */
@Component
@EnableConfigurationProperties(BackupSettings.class)
public class RestoredCopy implements OutsideHold {

    private final Path data;
    private volatile @Nullable Manifest of;

    RestoredCopy(BackupSettings settings) {
        this.data = settings.data().toAbsolutePath().normalize();
        this.of = RestoredMark.of(data).orElse(null);
    }

    @Override
    public boolean isHeld() {
        return of != null;
    }

    Path data() {
        return data;
    }

    /** What it was restored from, while it is held. */
    Optional<Manifest> manifest() {
        return Optional.ofNullable(of);
    }

    /** It takes the original's place. */
    void release() {
        try {
            RestoredMark.remove(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        of = null;
    }
}
