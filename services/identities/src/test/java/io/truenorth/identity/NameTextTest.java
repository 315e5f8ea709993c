package io.truenorth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTextTest {

    @Test
    void aTextIsComposed() {
        assertThat(NameText.composed("Zoe\u0308")).isEqualTo("Zo\u00eb");
        assertThat(NameText.composed("\u1112\u1161\u11ab")).isEqualTo("\ud55c");
        assertThat(NameText.composed("Zo\u00eb")).isEqualTo("Zo\u00eb");
    }

    @Test
    void spaceOfAnyKindIsTrimmed() {
        assertThat(NameText.trimmed("\u00a0\t a b\u3000\u2007\n")).isEqualTo("a b");
        assertThat(NameText.trimmed(" \u2003 ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x202A, 0x202E, 0x2060,
                0x2066, 0x2069, 0x3164, 0xFE0F, 0xFEFF, 0xE0041
            })
    void invisibleCharactersAreFoundAnywhereInLatinText(int hidden) {
        String character = Character.toString(hidden);

        for (String text : new String[] {character + "ann", "an" + character + "n", "ann" + character}) {
            assertThat(NameText.hiddenInIdentity(text)).hasValue(hidden);
            assertThat(NameText.hiddenInText(text)).hasValue(hidden);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200cخواهم", // Persian
                "क्\u200dष", // Devanagari
                "ශ්\u200dරී", // Sinhala
                "👩\u200d👩\u200d👧", // family emoji
                "🙂\u200d↔\ufe0f", // head shaking emoji
                "🏳\ufe0f\u200d🌈", // flag emoji
                "🏴\udb40\udc67\udb40\udc62\udb40\udc7f", // another flag emoji
                "1\ufe0f\u20e3", // keycap emoji
                "葛\ufe00" // ideographic variant
            })
    void shapingCharactersAreAllowedInTextsAndNotInIdentities(String text) {
        assertThat(NameText.hiddenInText(text)).isEmpty();
        assertThat(NameText.hiddenInIdentity(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"می\u200c", "\u200cمی", "a\u200cمی", "1\ufe0f", "\udb40\udc67", "کتاب\u200b", "👩\u200b💻"})
    void shapingCharactersWithoutEffectAreInvisible(String text) {
        assertThat(NameText.hiddenInText(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "Zoë", "山田", "Ωμέγα", "עברית", "العربية", "café-☕"})
    void aPlainTextHidesNothing(String text) {
        assertThat(NameText.hiddenInIdentity(text)).isEmpty();
    }

    @Test
    void aCharacterIsDescribedByCodePointAndName() {
        assertThat(NameText.nameOf(0x200B)).isEqualTo("U+200B ZERO WIDTH SPACE");
    }
}
