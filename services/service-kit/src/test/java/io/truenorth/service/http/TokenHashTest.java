package io.truenorth.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHashTest {

    @Test
    void isTheSha256OfTheToken() {
        TokenHash hash = TokenHash.of("crm", "abc");

        assertThat(hash.toString()).isEqualTo("crm:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(hash.isOf("abc")).isTrue();
        assertThat(hash.isOf("abd")).isFalse();
    }

    @Test
    void readsWhatItWrites() {
        String token = TokenHash.newToken(new SecureRandom());
        TokenHash hash = TokenHash.of("crm", token);

        assertThat(token).matches("tn_[A-Za-z0-9_-]{43}");
        assertThat(TokenHash.parse(hash.toString())).contains(hash);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "crm", "crm:", "crm:abc", ":ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            })
    void refusesOtherForms(String text) {
        assertThat(TokenHash.parse(text)).isEmpty();
    }
}
