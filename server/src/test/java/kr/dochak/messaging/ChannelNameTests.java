package kr.dochak.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import kr.dochak.messaging.ChannelName.Address;
import kr.dochak.messaging.sending.ChannelRoutes.Contacts;
import kr.dochak.messaging.sending.Channels;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** MSG-1: what one channel is, in one place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChannelNameTests {

    @ParameterizedTest
    @EnumSource(ChannelName.class)
    void every_channel_has_a_name_in_both_languages(ChannelName channel) {
        for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            assertThat(ResourceBundle.getBundle("words/messaging", locale).getString(channel.label()))
                    .isNotBlank();
        }
    }

    @Test
    void customers_are_offered_them_in_one_order() {
        assertThat(ChannelName.outside()).containsExactly(ChannelName.ALIMTALK, ChannelName.SMS, ChannelName.EMAIL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INBOX    | NONE  |               | false
            ALIMTALK | PHONE | 010-1234-5678 | true
            SMS      | PHONE | 010-1234-5678 | true
            EMAIL    | EMAIL | a@b.kr        | true
            """)
    void a_channel_finds_the_customer_by_its_own_kind_of_address(
            ChannelName channel, Address address, @Nullable String at, boolean reached) {
        Contacts contacts = new Contacts("010-1234-5678", "a@b.kr");

        assertThat(channel.address()).isEqualTo(address);
        assertThat(contacts.at(channel)).isEqualTo(at);
        assertThat(contacts.has(channel)).isEqualTo(reached);
        assertThat(new Contacts(null, null).has(channel)).isFalse();
    }

    @Test
    void an_outside_channel_that_nobody_carries_is_found_at_the_start() {
        assertThatThrownBy(() -> new Channels(List.of())).hasMessageContaining("ALIMTALK");
    }
}
