package kr.dochak.settings;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * What a setting with another number would have done to a time that has passed, told by the module that knows. A setting
 * without one has the word {@code settings.<key>.no-preview}, which says why no past data can tell.
 *
 * @param setting the setting
 * @param look counts with a number, for a mall or for all, in a time
 */
public record SettingPreview(Setting<?> setting, Look look) {

    /** Counts in past data. */
    @FunctionalInterface
    public interface Look {

        /** What the number would have done in this time, in the order of the sentence's gaps; for all malls where none is named. */
        List<Long> at(long number, @Nullable MallId mall, Instant from, Instant until);
    }
}
