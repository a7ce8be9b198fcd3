package kr.dochak.benchmarks.kafka;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dochak.benchmarks.server.Again;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** A Kafka broker of our own as a child process. */
final class Broker implements AutoCloseable {

    static final String TOPIC = "dochak.scans";
    static final int PARTITIONS = 8;
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final int port;
    private final Admin admin;

    private Broker(Process process, int port) {
        this.process = process;
        this.port = port;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_SECONDS * 1_000));
    }

    /** Starts it in a folder of its own and waits until it answers; throws when it does not within a minute. */
    static Broker start(Path folder, int port) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(Again.command("-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(List.of("kafka-broker", "--folder", folder.toString(), "--port", "" + port));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("broker.log").toFile()))
                .start();
        Broker broker = new Broker(process, port);
        try {
            broker.admin.describeCluster().nodes().get();
            return broker;
        } catch (ExecutionException e) {
            broker.close();
            throw new IllegalStateException("the broker does not answer; see " + folder.resolve("broker.log"), e);
        }
    }

    String servers() {
        return "127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    /** How many records the log holds. */
    long records() throws InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say where the log ends", e);
        }
    }

    @Override
    public void close() {
        admin.close();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
