package kr.dochak.identity.vault;

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
    MasterKey masterKey(IdentitySettings identity, VaultSettings settings, JdbcClient jdbc) {
        MasterKey master = MasterKeyFile.find(identity.vaultKey(), settings);
        new VaultCheck(jdbc).mustFit(master);
        return master;
    }

    @Bean
    Vault vault(MasterKey master) {
        return new Vault(master);
    }
}
