package kr.dochak.identity.vault;

import java.time.InstantSource;
import kr.dochak.identity.IdentitySettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes everything that needs the master key, after proving that it is this database's key. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdentitySettings.class, VaultSettings.class})
class VaultConfiguration {

    @Bean
    MasterKey masterKey(IdentitySettings identity, VaultSettings settings, JdbcClient jdbc, InstantSource clock) {
        MasterKeyFile.Found found = MasterKeyFile.find(identity.vaultKey(), identity.vaultKeyBefore(), settings);
        return new MasterKeys(jdbc, clock).open(found.key(), found.before());
    }

    @Bean
    Vault vault(MasterKey master) {
        return new Vault(master);
    }
}
