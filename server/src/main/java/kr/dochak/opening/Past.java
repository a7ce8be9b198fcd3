package kr.dochak.opening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.database.WorkFolder;
import kr.dochak.identity.StaffMember;
import kr.dochak.promise.past.PastDeliveries;
import kr.dochak.promise.past.PastDelivery;
import kr.dochak.promise.past.PastLane;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.sheets.Sheet;
import kr.dochak.sheets.SheetAnswer;
import kr.dochak.sheets.Sheets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes deliveries of the months before in from a file, and has windows learned from them at once (SET-2). */
@Component
public class Past {

    private static final String DELIVERIES = "deliveries";
    private static final int MOST = 500_000;

    private final Sheets sheets;
    private final PastRepository files;
    private final PastDeliveries learning;
    private final WorkFolder work;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Past(
            Sheets sheets,
            PastRepository files,
            PastDeliveries learning,
            WorkFolder work,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.sheets = sheets;
        this.files = files;
        this.learning = learning;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of a file. */
    public sealed interface Taking {

        record Taken(int deliveries, int refused) implements Taking {}

        /** The very same file was taken before. */
        record Repeated() implements Taking {}

        record Unfit(FieldError why) implements Taking {}

        /** Nothing can be learned from any of its rows. */
        record Nothing(int refused) implements Taking {}
    }

    public Taking take(StaffMember by, InputStream file) throws IOException {
        Path stored = work.file("past", ".file");
        try {
            byte[] hash = store(file, stored);
            return switch (sheets.open(stored, null, DELIVERIES)) {
                case SheetAnswer.Unfit unfit -> new Taking.Unfit(unfit.why());
                case SheetAnswer.Opened opened -> {
                    try (Sheet sheet = opened.sheet()) {
                        yield take(by, hash, sheet);
                    }
                }
            };
        } finally {
            Files.deleteIfExists(stored);
        }
    }

    private static byte[] store(InputStream file, Path to) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Files.copy(new DigestInputStream(file, digest), to, StandardCopyOption.REPLACE_EXISTING);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Taking take(StaffMember by, byte[] hash, Sheet sheet) {
        Instant now = clock.instant();
        List<PastDelivery> deliveries = new ArrayList<>();
        int refused = 0;
        while (sheet.hasNext() && deliveries.size() < MOST) {
            int before = deliveries.size();
            PastRows.read(sheet.next(), now).ifPresent(deliveries::add);
            refused += deliveries.size() == before ? 1 : 0;
        }
        if (deliveries.isEmpty()) {
            return new Taking.Nothing(refused);
        }
        int left = refused;
        boolean fresh = Boolean.TRUE.equals(transaction.execute(status -> keep(by, hash, deliveries, left, now)));
        if (!fresh) {
            return new Taking.Repeated();
        }
        learning.learn();
        return new Taking.Taken(deliveries.size(), refused);
    }

    private boolean keep(StaffMember by, byte[] hash, List<PastDelivery> deliveries, int refused, Instant now) {
        return files.add(by, hash, deliveries.size(), refused, now)
                .map(id -> {
                    files.keep(id, deliveries);
                    learning.remember(by.tenantId(), deliveries);
                    return true;
                })
                .orElse(false);
    }

    /** The files that stand, the newest first. */
    public List<PastFile> files(MallId mall) {
        return files.files(mall);
    }

    /** What they show together. */
    public List<PastLane> lanes(MallId mall) {
        return PastLane.of(files.deliveries(mall));
    }

    /** Takes a file back, and what was learned from it; false when it was taken back already. */
    public boolean undo(MallId mall, long file) {
        boolean undone = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!files.withdraw(mall, file, clock.instant())) {
                return false;
            }
            learning.forget(mall, files.deliveries(file));
            files.empty(file);
            return true;
        }));
        if (undone) {
            learning.learn();
        }
        return undone;
    }
}
