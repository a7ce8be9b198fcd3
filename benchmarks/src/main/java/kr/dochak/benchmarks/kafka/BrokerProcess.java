package kr.dochak.benchmarks.kafka;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import kr.dochak.benchmarks.Options;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Kafka broker that is its own controller, in the process of its own that {@link Broker} starts. */
public final class BrokerProcess {

    private BrokerProcess() {}

    /** {@code --folder F --port N}; runs until it is ended. */
    public static void main(String... arguments) throws IOException {
        quiet(Level.WARN);
        Options options = Options.of(arguments);
        Path properties = write(options.path("folder", "data-kafka"), options.number("port", 19_092));
        String id = Uuid.randomUuid().toString();
        PrintStream out = System.out;
        int formatted = StorageTool.execute(
                new String[] {"format", "--standalone", "--ignore-formatted", "-t", id, "-c", properties.toString()},
                out);
        if (formatted != 0) {
            System.exit(formatted);
        }
        Kafka.main(new String[] {properties.toString()});
    }

    /** Logback without a configuration tells everything. */
    static void quiet(Level level) {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(level);
        }
    }

    private static Path write(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("server.properties"), """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
                advertised.listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
                controller.listener.names=CONTROLLER
                controller.quorum.bootstrap.servers=127.0.0.1:%d
                log.dirs=%s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                """.formatted(
                        port, port + 1, port, port + 1, port + 1, folder.resolve("log")));
    }
}
