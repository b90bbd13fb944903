package com.voicesurvey.telephony.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InfraKindTest {

    @Test
    void is_known_by_its_name_in_any_case() {
        assertThat(InfraKind.of("embedded")).isEqualTo(InfraKind.EMBEDDED);
        assertThat(InfraKind.of("Containers")).isEqualTo(InfraKind.CONTAINERS);
    }

    @Test
    void names_what_is_allowed_when_it_is_something_else() {
        assertThatThrownBy(() -> InfraKind.of("docker"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-Dinfra is embedded or containers, not 'docker'");
    }

    @Test
    void containers_without_docker_say_what_is_missing_and_what_to_do() {
        assertThatThrownBy(() -> InfraKind.requireDocker(() -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-Dinfra=containers needs a running Docker engine")
                .hasMessageContaining("leave the switch out to use the embedded servers");
    }
}
