package io.truenorth.cli.privacy.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.cli.privacy.trace.Trace.Form;
import io.truenorth.contract.CustomerAttribute;
import io.truenorth.streams.bytes.FieldWriter;
import io.truenorth.streams.bytes.KeyWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Identities among many generated neighbours: what stands for itself is found, and what is a part of something else is not. */
class GeneratedNeighboursTest {
    private static final int ROUNDS = 3_000;
    private static final String PSEUDONYM = "3b89494612bb32bf44b3e059228e284e";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    /** What stands around names in texts, files, logs, addresses of pages and forms. */
    private static final List<String> BETWEEN = List.of(
            " ", "\n", "\t", "\r\n", ",", ";", "|", "\"", "'", "(", ")", "[", "]", "{", "}", "<", ">", "=", "&", "?",
            "/", ", ", ". ", ": ", " – ", "„", "“");
    /** What a word that is in front of a name, or follows it, is joined to it by. */
    private static final List<String> JOINED_BEFORE = List.of("-", "_", "");

    private static final List<String> JOINED_BEHIND = List.of("-", "_", "", ".", "@", "+");

    private final long seed = 20_260_301;
    private final Random random = new Random(seed);

    private String word() {
        return word(1 + random.nextInt(12));
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    /** Of any length, as lengths in records may look like characters. */
    private String identity() {
        String value = word(1 + random.nextInt(70));
        String inner =
                value.length() > 2 && random.nextInt(3) == 0 ? pick(List.of(".", "-", "_", "@", ":", " ", "ü")) : "";
        int at = inner.isEmpty() ? 0 : 1 + random.nextInt(value.length() - 1);
        return pick(List.of("crm", "card", "user", "loyalty_card")) + ":" + value.substring(0, at) + inner
                + value.substring(at);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static IdentityTraces traces(String identity) {
        return new IdentityTraces(Set.of(identity), Map.of(identity, identity), Set.of());
    }

    private static List<Form> forms(IdentityTraces traces, byte[] bytes) {
        return traces.in(bytes).stream().map(Trace::form).toList();
    }

    private static List<Form> forms(IdentityTraces traces, String text) {
        return forms(traces, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aNameBetweenOtherThingsIsFound() {
        for (int round = 0; round < ROUNDS; round++) {
            String identity = identity();
            String text = word() + pick(BETWEEN) + identity + pick(BETWEEN) + word();

            assertThat(forms(traces(identity), text))
                    .as("seed %d, round %d: %s in %s", seed, round, identity, text)
                    .contains(Form.PLAIN);
        }
    }

    @Test
    void aPartOfALongerNameIsNotFound() {
        for (int round = 0; round < ROUNDS; round++) {
            String identity = identity();
            String longer = random.nextBoolean()
                    ? word() + pick(JOINED_BEFORE) + identity
                    : identity + pick(JOINED_BEHIND) + word();
            String text = pick(BETWEEN) + longer + pick(BETWEEN) + word();

            assertThat(forms(traces(identity), text))
                    .as("seed %d, round %d: %s in %s", seed, round, identity, text)
                    .doesNotContain(Form.PLAIN);
        }
    }

    @Test
    void aNameInARecordIsFoundWhateverStandsBesideIt() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            String identity = identity();
            byte[] record = bytes(new CustomerAttribute(
                            word(),
                            word(1 + random.nextInt(70)),
                            random.nextLong(),
                            identity,
                            word(1 + random.nextInt(70)))
                    .toByteBuffer());
            byte[] other = bytes(new CustomerAttribute(word(), identity + word(), 1L, word() + "a" + identity, word())
                    .toByteBuffer());
            byte[] stored = new FieldWriter()
                    .writeByte(5)
                    .writeText(word())
                    .writeText(identity)
                    .writeText(word(1 + random.nextInt(70)))
                    .writeByte(random.nextInt(2))
                    .toBytes();
            byte[] key = new KeyWriter((char) ('a' + random.nextInt(26)))
                    .number(random.nextLong())
                    .text(identity)
                    .text(word())
                    .key()
                    .get();

            IdentityTraces traces = traces(identity);
            assertThat(forms(traces, record))
                    .as("record, seed %d, round %d: %s", seed, round, identity)
                    .contains(Form.PLAIN);
            assertThat(forms(traces, stored))
                    .as("store, seed %d, round %d: %s", seed, round, identity)
                    .contains(Form.PLAIN);
            assertThat(forms(traces, key))
                    .as("key, seed %d, round %d: %s", seed, round, identity)
                    .contains(Form.PLAIN);
            assertThat(forms(traces, other))
                    .as("longer names, seed %d, round %d: %s", seed, round, identity)
                    .doesNotContain(Form.PLAIN);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Test
    void aNameInJsonAndInAFormIsFoundHoweverItIsEscaped() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        for (int round = 0; round < ROUNDS; round++) {
            String address = word() + "@example.net";
            IdentityTraces traces =
                    new IdentityTraces(Set.of(), Map.of("email:" + address, "email:" + PSEUDONYM), Set.of());
            String text = pick(BETWEEN) + address + pick(BETWEEN) + word();
            String once = escaped(json.writeValueAsString(text));
            String twice = json.writeValueAsString("{\"message\": " + once + "}");
            String form = "a=" + word() + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&b=1";

            for (String written : List.of(text, once, twice, form, json.writeValueAsString(form))) {
                assertThat(forms(traces, written))
                        .as("seed %d, round %d: %s in %s", seed, round, address, written)
                        .containsExactly(Form.PLAIN);
            }
        }
    }

    /** Some characters as their escapes, which JSON allows for all. */
    private String escaped(String json) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            boolean ofEscape = json.charAt(i) == '\\' || (i > 0 && json.charAt(i - 1) == '\\');
            boolean inText = i > 0 && i < json.length() - 1 && !ofEscape;
            escaped.append(
                    inText && random.nextInt(4) == 0
                            ? String.format("\\u%04x", (int) json.charAt(i))
                            : String.valueOf(json.charAt(i)));
        }
        return escaped.toString();
    }

    @Test
    void aPhoneNumberIsFoundHoweverItIsGroupedAndNeverInALongerOne() {
        for (int round = 0; round < ROUNDS; round++) {
            String country = pick(List.of("1", "41", "49", "353"));
            String rest = digits(7 + random.nextInt(4));
            IdentityTraces traces =
                    new IdentityTraces(Set.of(), Map.of("phone:+" + country + rest, "phone:" + PSEUDONYM), Set.of());
            String number = pick(List.of("+", "00", ""))
                    + country
                    + pick(List.of("", " ", "-", " (0)", "(0) "))
                    + grouped(rest);
            String text = word()
                    + pick(List.of(", ", ": ", "\n", "=", "\"", "; "))
                    + number
                    + pick(List.of(", ", "\n", "\"", "; ", ". ", " (office) ", " / +" + digits(11) + " ", ""));
            String longer = country + rest + digits(1 + random.nextInt(4));
            String inner = digits(1 + random.nextInt(4)) + country + rest;

            assertThat(forms(traces, text))
                    .as("seed %d, round %d: +%s %s in %s", seed, round, country, rest, text)
                    .containsExactly(Form.PLAIN);
            assertThat(forms(traces, "+" + longer))
                    .as("seed %d, round %d: +%s %s in %s", seed, round, country, rest, longer)
                    .isEmpty();
            assertThat(forms(traces, "id=" + inner))
                    .as("seed %d, round %d: +%s %s in %s", seed, round, country, rest, inner)
                    .isEmpty();
            assertThat(forms(traces, number + " " + digits(3)))
                    .as("beside other digits, seed %d, round %d: +%s %s", seed, round, country, rest)
                    .containsExactly(Form.VALUE);
        }
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String grouped(String digits) {
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            boolean border = i > 0 && random.nextInt(3) == 0;
            grouped.append(border ? pick(List.of(" ", "-", ".", "/", "\u00A0", " - ")) : "")
                    .append(digits.charAt(i));
        }
        return grouped.toString();
    }
}
