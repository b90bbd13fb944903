package com.voicesurvey.telephony.processor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "postgres", "postgresql+asyncpg"})
    void the_schemes_of_other_drivers_are_taken(String scheme) {
        DatabaseUrl url = DatabaseUrl.parse(scheme + "://user:p%40s%2Bs+@db.example:5433/name");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5433/name");
        assertThat(url.user()).isEqualTo("user");
        assertThat(url.password()).isEqualTo("p@s+s+");
    }

    @Test
    void parameters_are_kept_and_port_and_user_may_be_missing() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://[::1]/name?sslmode=verify-full");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://[::1]/name?sslmode=verify-full");
        assertThat(url.user()).isNull();
    }

    @Test
    void the_ssl_parameter_of_asyncpg_is_not_taken_for_less_than_it_says() {
        assertThat(DatabaseUrl.parse("postgresql+asyncpg://h/n?a=b&ssl=verify-full").jdbcUrl())
                .isEqualTo("jdbc:postgresql://h/n?a=b&sslmode=verify-full");
        assertThat(DatabaseUrl.parse("postgresql://h/n?ssl=true").jdbcUrl())
                .isEqualTo("jdbc:postgresql://h/n?ssl=true");
        assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://h/n?ssl=yes"))
                .hasMessageContaining("verify-full");
    }

    @Test
    void a_jdbc_address_with_a_password_where_the_host_belongs_is_refused_unseen() {
        assertThatThrownBy(() -> DatabaseUrl.parse("jdbc:postgresql://u:planted@h/n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leave out jdbc:")
                .hasMessageNotContaining("planted");
    }

    @Test
    void a_jdbc_address_is_taken_as_it_is_and_its_password_is_not_shown() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:postgresql://h/n?user=u&password=planted");
        assertThat(url.jdbcUrl()).endsWith("password=planted");
        assertThat(url.toString()).isEqualTo("jdbc:postgresql://h/n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:planted@h/n",
                "postgresql://u:planted@h",
                "postgresql:planted",
                "postgresql://u:plan ted@h/n",
                "planted"
            })
    void anything_else_is_refused_without_being_shown(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postgresql://user:password@host:5432/name")
                .hasMessageNotContaining("plan");
    }
}
