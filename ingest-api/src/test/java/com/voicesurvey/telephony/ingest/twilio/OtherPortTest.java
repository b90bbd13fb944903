package com.voicesurvey.telephony.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherPortTest {
    @ParameterizedTest
    @CsvSource({
        "https://h/p?q=%20a:1, https://h:443/p?q=%20a:1",
        "http://Host.Example/p, http://Host.Example:80/p",
        "https://h:8443/p, https://h/p",
        "http://h:80?x=1, http://h?x=1",
        "https://h, https://h:443",
        "https://[::1]/p, https://[::1]:443/p",
        "https://[::1]:8443/p, https://[::1]/p",
        "https://user:pass@h/p, https://user:pass@h:443/p",
        "https://user:pass@h:1/p, https://user:pass@h/p"
    })
    void a_port_is_added_or_taken_away_and_nothing_else_is_touched(String url, String variant) {
        assertThat(OtherPort.of(url)).isEqualTo(variant);
    }

    @Test
    void what_is_no_URL_has_none() {
        assertThat(OtherPort.of("nonsense")).isNull();
    }
}
