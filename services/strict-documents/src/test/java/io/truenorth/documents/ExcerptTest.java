package io.truenorth.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void aTextIsQuoted() {
        assertThat(Excerpt.of("POS")).isEqualTo("\"POS\"");
        assertThat(Excerpt.of("")).isEqualTo("empty");
    }

    @Test
    void whatCannotBeSeenIsEscaped() {
        assertThat(Excerpt.of("a\tb\n\u0000\u001b[31m\u202e\ud800\u0085"))
                .isEqualTo("\"a\\tb\\u000a\\u0000\\u001b[31m\\u202e\\ud800\\u0085\"");
    }

    @Test
    void aWholeTextIsMadeVisible() {
        String plain = "x".repeat(100) + "Zoë 𝕏";
        assertThat(Excerpt.visible(plain)).isEqualTo(plain);
        assertThat(Excerpt.visible("a\n\u001b[2J\u2028\u2029\u202e\u0085b"))
                .isEqualTo("a\\u000a\\u001b[2J\\u2028\\u2029\\u202e\\u0085b");
    }

    @Test
    void aLongTextIsShortened() {
        assertThat(Excerpt.of("x".repeat(40))).isEqualTo('"' + "x".repeat(40) + '"');
        assertThat(Excerpt.of("x".repeat(41))).isEqualTo('"' + "x".repeat(40) + "…\"");
        assertThat(Excerpt.of("𝕏".repeat(41))).isEqualTo('"' + "𝕏".repeat(40) + "…\"");
    }
}
