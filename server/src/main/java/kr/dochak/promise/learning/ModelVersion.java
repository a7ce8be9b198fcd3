package kr.dochak.promise.learning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A trained model that can be stored, compared and rolled back to (PRM-5): plain text inside, nothing native. Averages and
 * calibration are no part of it: they come from what became known lately, and a replay of the last half year brings them
 * back.
 */
public final class ModelVersion {

    private static final int FORMAT = 1;

    /**
     * The models of a stage as texts: three of the newest training, then three of the training before, where there was one.
     * A training falls on a good or a bad moment; the average of two is steadier than either.
     *
     * @param deliveries how many the newest were learned from
     */
    record Stage(int deliveries, List<String> texts) {

        private static Stage of(TrainingSet.Stage set, List<String> learned) {
            List<String> former = learned.isEmpty() ? List.of() : set.former();
            return new Stage(
                    set.examples().size(),
                    Stream.concat(learned.stream(), former.stream()).toList());
        }

        List<String> newest() {
            return texts.subList(0, Math.min(Boosting.MODELS, texts.size()));
        }
    }

    private final Instant learnedAt;
    private final Stage fromOrder;
    private final Stage fromHandover;

    private ModelVersion(Instant learnedAt, Stage fromOrder, Stage fromHandover) {
        this.learnedAt = learnedAt;
        this.fromOrder = fromOrder;
        this.fromHandover = fromHandover;
    }

    /** Whether models can be learned and used here: LightGBM was loaded. If not, the reason is in the log. */
    public static boolean isPossible() {
        return NativeLibrary.isHere();
    }

    /**
     * Learns: up to a minute for a hundred thousand deliveries. Throws an {@link IllegalStateException} where LightGBM
     * cannot be loaded.
     *
     * @param threads of two, models are trained two at a time; each takes one
     */
    public static ModelVersion learn(TrainingSet set, int threads) {
        if (!NativeLibrary.isHere()) {
            throw new IllegalStateException("LightGBM is not here");
        }
        List<List<String>> texts = Boosting.train(List.of(set.fromOrder(), set.fromHandover()), threads);
        return new ModelVersion(
                set.at(), Stage.of(set.fromOrder(), texts.get(0)), Stage.of(set.fromHandover(), texts.get(1)));
    }

    /** By when what it learned from had been delivered. */
    public Instant learnedAt() {
        return learnedAt;
    }

    /** How many deliveries it learned from. */
    public int deliveries() {
        return fromOrder.deliveries;
    }

    Stage fromOrder() {
        return fromOrder;
    }

    Stage fromHandover() {
        return fromHandover;
    }

    /** To be stored; up to a megabyte. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(FORMAT);
            out.writeLong(learnedAt.getEpochSecond());
            write(fromOrder, out);
            write(fromHandover, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What {@link #bytes} wrote. Throws an {@link IllegalArgumentException} for anything else. */
    public static ModelVersion read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readInt() != FORMAT) {
                throw new IllegalArgumentException("a model of another format");
            }
            return new ModelVersion(Instant.ofEpochSecond(in.readLong()), stage(in), stage(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a model", e);
        }
    }

    private static void write(Stage stage, DataOutputStream out) throws IOException {
        out.writeInt(stage.deliveries);
        out.writeInt(stage.texts.size());
        for (String text : stage.texts) {
            byte[] utf = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf.length);
            out.write(utf);
        }
    }

    private static Stage stage(DataInputStream in) throws IOException {
        int deliveries = in.readInt();
        int count = in.readInt();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        return new Stage(deliveries, List.copyOf(texts));
    }
}
