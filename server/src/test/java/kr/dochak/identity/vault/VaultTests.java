package kr.dochak.identity.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import kr.dochak.database.StartProblem;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IDN-2 without a database: what is sealed opens only with its key and in its place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VaultTests {

    private static final MasterKey MASTER = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));

    private final Sealing sealing = new Sealing(MASTER.derive("test"));

    @Test
    void IDN_2_what_was_sealed_opens_again() {
        assertThat(sealing.openText(sealing.sealText("김지민", "7/name"), "7/name"))
                .isEqualTo("김지민");
    }

    @Test
    void IDN_2_the_same_name_never_looks_the_same_sealed() {
        assertThat(sealing.sealText("김지민", "7/name")).isNotEqualTo(sealing.sealText("김지민", "7/name"));
    }

    @Test
    void IDN_2_a_value_moved_to_another_person_or_field_does_not_open() {
        byte[] sealed = sealing.sealText("김지민", "7/name");

        assertThatThrownBy(() -> sealing.open(sealed, "8/name")).isInstanceOf(Sealing.TamperedException.class);
        assertThatThrownBy(() -> sealing.open(sealed, "7/email")).isInstanceOf(Sealing.TamperedException.class);
    }

    @Test
    void IDN_2_a_changed_byte_does_not_open() {
        byte[] sealed = sealing.seal("김지민".getBytes(StandardCharsets.UTF_8), "7/name");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> sealing.open(sealed, "7/name")).isInstanceOf(Sealing.TamperedException.class);
    }

    @Test
    void IDN_2_a_wrapped_key_belongs_to_one_person() {
        byte[] wrapped = new PersonKeys(MASTER).make(new PersonId(7)).wrapped();

        assertThatThrownBy(() -> new PersonKeys(MASTER).unwrap(new PersonId(8), wrapped))
                .isInstanceOf(Sealing.TamperedException.class);
    }

    @Test
    void IDN_2_marks_differ_by_mall_and_kind_but_not_by_spelling() {
        BlindIndex index = new BlindIndex(MASTER);

        assertThat(index.phone(new MallId(1), "010-1234-5678"))
                .isEqualTo(index.phone(new MallId(1), "+82 10 1234 5678"));
        assertThat(index.email(new MallId(1), "A@Example.com ")).isEqualTo(index.email(new MallId(1), "a@example.com"));
        assertThat(index.name(new MallId(1), "김 지민")).isEqualTo(index.name(new MallId(1), "김지민"));
        assertThat(index.name(new MallId(1), "김지민")).isNotEqualTo(index.name(new MallId(2), "김지민"));
        assertThat(index.lastFour(new MallId(1), "010-1234-5678")).isEqualTo(index.lastFour(new MallId(1), "5678"));
    }

    @Test
    void a_key_that_nobody_gave_is_made_once_and_only_we_may_read_it(@TempDir Path data) throws Exception {
        VaultSettings settings = new VaultSettings(data, new VaultSettings.Database(""));
        byte[] made = MasterKeyFile.find("", "", settings).key().derive("x");

        assertThat(MasterKeyFile.find("", "", settings).key().derive("x")).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.keyFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void an_outside_database_needs_a_key_from_the_environment(@TempDir Path data) {
        VaultSettings settings = new VaultSettings(data, new VaultSettings.Database("jdbc:postgresql://db/dochak"));

        assertThatExceptionOfType(StartProblem.class)
                .isThrownBy(() -> MasterKeyFile.find("", "", settings))
                .satisfies(problem -> assertThat(problem.action()).contains("DOCHAK_VAULT_KEY"));
    }

    @Test
    void a_folder_that_was_moved_into_an_outside_database_brings_its_key_along(@TempDir Path data) {
        byte[] made = MasterKeyFile.find("", "", new VaultSettings(data, new VaultSettings.Database("")))
                .key()
                .derive("x");
        VaultSettings moved = new VaultSettings(data, new VaultSettings.Database("jdbc:postgresql://db/dochak"));

        assertThat(MasterKeyFile.find("", "", moved).key().derive("x")).isEqualTo(made);
    }

    @Test
    void a_key_of_the_wrong_size_is_refused_with_what_to_do() {
        assertThatExceptionOfType(StartProblem.class)
                .isThrownBy(() -> MasterKey.of("c2hvcnQ="))
                .satisfies(problem -> assertThat(problem.action()).contains("openssl rand -base64 32"));
    }
}
