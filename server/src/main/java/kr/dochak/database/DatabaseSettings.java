package kr.dochak.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where data is kept.
 *
 * @param data the folder of everything that must survive a restart
 * @param database the outside database, or with an empty url the port of the embedded one
 */
@ConfigurationProperties("dochak")
record DatabaseSettings(
        @DefaultValue("./data") Path data, @DefaultValue Database database) {

    /**
     * An outside PostgreSQL 15 or newer, or the port of the embedded one.
     *
     * @param user the role the application works as
     * @param owner the role that migrates and owns all tables; empty: the same as the application's
     * @param port 0 takes any free one
     * @param memory of the embedded one for its buffers, as PostgreSQL writes sizes; a quarter of the machine's is usual
     * @param wal how much log the embedded one may write before a checkpoint, on disk besides the data; the first change of
     *     a page after a checkpoint is logged as a whole page, so millions of parcels under way want 16GB or more
     */
    record Database(
            @DefaultValue("") String url,
            @DefaultValue("dochak") String user,
            @DefaultValue("") String password,
            @DefaultValue("") String owner,
            @DefaultValue("") String ownerPassword,
            @DefaultValue("5433") int port,
            @DefaultValue("512MB") String memory,
            @DefaultValue("4GB") String wal) {

        @Override
        public String toString() {
            return "Database[" + url + "]";
        }
    }

    /** The passwords of the embedded one's accounts. */
    Path keys() {
        return data.toAbsolutePath().resolve("database.keys");
    }

    boolean isOutside() {
        return !database.url().isBlank();
    }
}
