package io.truenorth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityHashTest {
    @Test
    void theHashIsTheBeginningOfTheSha256() {
        assertThat(IdentityHash.of("card:4711")).isEqualTo("72180bab2683de4dba7091f8b0d9396c");
        assertThat(IdentityHash.of("crm:zo\u00eb")).isEqualTo("3ccdcef298f4bef75eba0ef7b495dfe4");
    }

    @Test
    void aHashIsRecognized() {
        assertThat(IdentityHash.isOne(IdentityHash.of("card:4711"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "card:4711", "0123456789abcdef0123456789abcde", "0123456789ABCDEF0123456789abcdef"})
    void anythingElseIsNoHash(String text) {
        assertThat(IdentityHash.isOne(text)).isFalse();
    }
}
