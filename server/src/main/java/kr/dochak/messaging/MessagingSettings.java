package kr.dochak.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The outside channels. A channel without its address or keys is off; the inbox always works.
 *
 * @param publicUrl where customers reach this product, without a slash at the end
 */
@ConfigurationProperties("dochak.messaging")
public record MessagingSettings(
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue Nhn nhn,
        @DefaultValue Mail mail,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("8s") Duration answerTimeout) {

    /**
     * NHN Cloud: Alimtalk needs app key, secret and sender key; SMS needs app key, secret and a registered sender number.
     *
     * @param url one address for both, for a simulator or a proxy; empty means the vendor's own two
     * @param webhookSignature the word typed into the vendor's webhook settings; without it results are refused
     * @param fullText sends the whole text (raw-messages) instead of the approved template's parameters
     */
    public record Nhn(
            @DefaultValue("") String url,
            @DefaultValue("") String appKey,
            @DefaultValue("") String secret,
            @DefaultValue("") String senderKey,
            @DefaultValue("") String smsSender,
            @DefaultValue("") String webhookSignature,
            @DefaultValue("false") boolean fullText) {

        @Override
        public String toString() {
            return "Nhn[" + url + "]";
        }
    }

    /**
     * The SMTP relay; an empty host switches e-mail off.
     *
     * @param startTls a relay that offers no TLS is sent nothing; false sends codes, names and the password in clear
     */
    public record Mail(
            @DefaultValue("") String host,
            @DefaultValue("25") int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("true") boolean startTls,
            @DefaultValue("no-reply@localhost") String from) {

        @Override
        public String toString() {
            return "Mail[" + host + ":" + port + "]";
        }
    }
}
