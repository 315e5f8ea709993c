package io.truenorth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityHashTest {

    /** As by {@code printf crm:ann | sha256sum | cut -c1-32}. */
    @ParameterizedTest
    @CsvSource({"crm:ann, f3695cf1e473b07cd8f385104dd01cfc", "email:zoë, 45b6a5ceae72636501ac53356991c271"})
    void aHashIsTheBeginningOfTheSha256OfTheText(String identity, String hash) {
        assertThat(IdentityHash.of(identity)).isEqualTo(hash).hasSize(32);
    }

    @Test
    void theNamespaceIsPartOfIt() {
        assertThat(IdentityHash.of("crm:ann")).isNotEqualTo(IdentityHash.of("user:ann"));
    }
}
