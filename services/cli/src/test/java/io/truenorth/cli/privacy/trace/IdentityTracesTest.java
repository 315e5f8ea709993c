package io.truenorth.cli.privacy.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.truenorth.cli.privacy.trace.Trace.Form;
import io.truenorth.contract.Identity;
import io.truenorth.identity.IdentityHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTracesTest {
    private static final String PSEUDONYM = "3b89494612bb32bf44b3e059228e284e";

    private static final Map<String, String> ANN =
            Map.of("crm:c-1", "crm:c-1", "email:Ann@example.net", "email:" + PSEUDONYM);

    private final IdentityTraces traces = new IdentityTraces(Set.of("crm:c-1", "email:" + PSEUDONYM), ANN, Set.of());

    private List<Trace> in(String text) {
        return traces.in(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm:c-1",
                "{\"identity\":\"crm:c-1\"}",
                "a request of crm:c-1, and more",
                "ccrm:c-1\u0000\u0001more",
                "d1234567xcrm:c-1\u0000\u0001more",
                "{\"text\": \"hello\\ncrm:c-1\\n\"}",
                "text=erased+crm%3Ac-1+today",
                "email:3b89494612bb32bf44b3e059228e284e",
                "{\"namespace\": \"email\", \"value\": \"3b89494612bb32bf44b3e059228e284e\"}"
            })
    void aNameIsFoundWhereverItStands(String text) {
        assertThat(in(text)).extracting(Trace::form).contains(Form.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm:c-1.smith",
                "crm:c-1ü",
                "crm:c-17",
                "crm:c-1-2",
                "crm:c-1_b",
                "crm:c",
                "crm:C-1",
                "joc-1",
                "c-12",
                "3.c-1"
            })
    void theBeginningOfALongerNameIsNone(String text) {
        assertThat(in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gift-crm:c-1", "gift_crm:c-1", "2crm:c-1", "ücrm:c-1", "crm:c-1@example.net", "crm:c-1+2"})
    void aPartOfALongerNameMayHaveTheValueAlone(String text) {
        assertThat(in(text)).extracting(Trace::form).doesNotContain(Form.PLAIN);
    }

    /** The length of a text of 17 bytes is that of a quotation mark, of 16 that of a space. */
    @Test
    void aCharacterOfATextIsNoLength() {
        for (String identity : List.of("user:annabelle-01", "user:annabelle-1", "c:123")) {
            IdentityTraces longer = new IdentityTraces(Set.of(identity), Map.of(), Set.of());
            for (String before : List.of("\"", " ", "\n")) {
                assertThat(longer.in((before + identity + "9").getBytes(StandardCharsets.UTF_8)))
                        .as("%s after %s", identity, before)
                        .isEmpty();
            }
        }
    }

    @Test
    void aNameWhoseLengthStandsBeforeItEndsThere() {
        // The length of the next text, 49 bytes in zigzag, is a letter.
        byte[] bytes = concat(new byte[] {14}, "crm:c-1".getBytes(StandardCharsets.UTF_8), new byte[] {'b'});

        assertThat(traces.in(bytes)).extracting(Trace::identity).containsExactly("crm:c-1");
        bytes[0] = 16;
        assertThat(traces.in(bytes)).isEmpty();
    }

    @Test
    void anIdentityOfARecordIsFound() throws IOException {
        byte[] own = bytes(new Identity("crm", "c-1").toByteBuffer());
        byte[] other = bytes(new Identity("crm", "c-17").toByteBuffer());

        assertThat(traces.in(own)).extracting(Trace::identity).containsExactly("crm:c-1");
        assertThat(traces.in(other)).isEmpty();
    }

    @Test
    void hashesAreFoundAsTextAndAsBytes() {
        String hash = IdentityHash.of("crm:c-1");
        byte[] bytes = concat(new byte[] {1, 2}, HexFormat.of().parseHex(hash), new byte[] {3});

        assertThat(in("[\"" + hash + "\"]")).extracting(Trace::form).containsExactly(Form.HASHED);
        assertThat(traces.in(bytes)).containsExactly(new Trace("crm:c-1", IdentityHash.of("crm:c-1"), Form.HASHED, 2));
    }

    @Test
    void aValueWithoutItsNamespaceMayBeAnothers() {
        assertThat(in("{\"customer\": {\"id\": \"c-1\"}}"))
                .extracting(Trace::form)
                .containsExactly(Form.VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"contact\": \"ann@example.net\"}",
                "to=Ann%40example.net&x=1",
                "Ann@example.net",
                "Ann <ann@example.net>",
                "mail,ANN@EXAMPLE.NET ,x",
                "to=aNN%40Example.net",
                "text=hello+ann%40example.net+again",
                "{\"to\": \"ann\\u0040example.net\"}",
                "{\"text\": \"hello\\nann@example.net\"}",
                "{\"message\": \"{\\\"to\\\": \\\"Ann\\\\u0040example.net\\\"}\"}"
            })
    void anAddressIsThePersonsWhereverItStands(String body) {
        assertThat(in(body))
                .extracting(Trace::identity, Trace::form)
                .containsExactly(tuple("email:Ann@example.net", Form.PLAIN));
    }

    @Test
    void anAddressThatEndsLikeThePersonsIsAnothers() {
        assertThat(
                        in(
                                "joann@example.net, jo.ann@example.net, jo+ann@example.net, o'ann@example.net, mariann@example.net"))
                .isEmpty();
        assertThat(in("ann@example.net.au, ann@example.network, zoéann@example.net"))
                .isEmpty();
    }

    @Test
    void whatIsFoundForAnAddressHasTheHashOfThePseudonym() {
        assertThat(in("ann@example.net")).extracting(Trace::hash).containsOnly(IdentityHash.of("email:" + PSEUDONYM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,c-1,x", "{\"id\":c-1}", "id=c-1&x=1", "about c-1.", "id=%20c-1"})
    void aValueAloneIsFoundInFilesNumbersAndForms(String text) {
        assertThat(in(text)).extracting(Trace::identity, Trace::form).containsExactly(tuple("crm:c-1", Form.VALUE));
    }

    @Test
    void anIdentityInAFormIsFound() {
        assertThat(in("customer=crm%3Ac-1&x=1")).extracting(Trace::form).containsExactly(Form.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+41 79 123 45 67 (office)",
                "0041791234567",
                "41-79-123.45.67",
                "tel=%2B41+79+123+45+67&x=1",
                "5 +41 79 123 45 67",
                "+41 (0)79 123 45 67",
                "+41\u00A079\u00A0123\u00A045\u00A067",
                "Tel.+41791234567/+41791234568",
                "41791234567@s.whatsapp.net"
            })
    void aNumberIsFoundHoweverItIsGrouped(String text) {
        IdentityTraces phone =
                new IdentityTraces(Set.of(), Map.of("phone:+41 79 1234567", "phone:" + PSEUDONYM), Set.of());

        assertThat(phone.in(text.getBytes(StandardCharsets.UTF_8)))
                .extracting(Trace::form)
                .containsExactly(Form.PLAIN);
    }

    @Test
    void aNumberWithinALongerOneIsNone() {
        IdentityTraces phone =
                new IdentityTraces(Set.of(), Map.of("phone:+41 79 1234567", "phone:" + PSEUDONYM), Set.of());

        assertThat(List.of("1417912345678", "+417912345678", "x41791234567", "41791234567-b", "541 79 123 45 67"))
                .allSatisfy(text -> assertThat(phone.in(text.getBytes(StandardCharsets.UTF_8)))
                        .isEmpty());
        assertThat(List.of("+41 79 123 45 67 89", "12 41791234567", "41791234567 2026-03-01", "41791234567.5"))
                .as("beside other digits it may be a part of a longer number")
                .allSatisfy(text -> assertThat(phone.in(text.getBytes(StandardCharsets.UTF_8)))
                        .extracting(Trace::form)
                        .containsExactly(Form.VALUE));
    }

    @Test
    void aTypedIdentityMayBeInAnyCaseAndShort() {
        IdentityTraces typed = new IdentityTraces(
                Set.of(),
                Map.of("email:bo@example.net", "email:" + PSEUDONYM, "phone:4711", "phone:1" + PSEUDONYM),
                Set.of());

        assertThat(typed.in("bo@example.net".getBytes(StandardCharsets.UTF_8)))
                .extracting(Trace::form)
                .containsExactly(Form.PLAIN);
        assertThat(typed.in("\"4711\" and 4711".getBytes(StandardCharsets.UTF_8)))
                .extracting(Trace::form)
                .containsExactly(Form.VALUE);
    }

    @Test
    void withAHashAloneNamesOfKeysAreCompared() {
        IdentityTraces hashed = new IdentityTraces(Set.of(), Map.of(), Set.of(IdentityHash.of("crm:c-1")));

        assertThat(hashed.ofKey("crm:c-1".getBytes(StandardCharsets.UTF_8)))
                .contains(new Trace("crm:c-1", IdentityHash.of("crm:c-1"), Form.PLAIN, 0));
        assertThat(hashed.ofKey("ccrm:c-1\u0000\u0001xyz".getBytes(StandardCharsets.UTF_8)))
                .contains(new Trace("crm:c-1", IdentityHash.of("crm:c-1"), Form.PLAIN, 1));
        assertThat(hashed.ofKey("crm:c-2".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(hashed.ofKey(new byte[0])).isEmpty();
    }

    @Test
    void manyPatternsAreFoundAsOneByOne() {
        Random random = new Random(17);
        for (int round = 0; round < 200; round++) {
            List<byte[]> patterns = random.ints(5, 1, 4)
                    .mapToObj(length -> bytes(random, length))
                    .toList();
            byte[] text = bytes(random, 60);
            List<String> found = new ArrayList<>();
            new ByteSearch(patterns).find(text, text.length, (pattern, start, end) -> found.add(pattern + "@" + start));

            List<String> expected = new ArrayList<>();
            for (int pattern = 0; pattern < patterns.size(); pattern++) {
                byte[] wanted = patterns.get(pattern);
                for (int start = 0; start + wanted.length <= text.length; start++) {
                    if (Arrays.equals(text, start, start + wanted.length, wanted, 0, wanted.length)) {
                        expected.add(pattern + "@" + start);
                    }
                }
            }
            assertThat(found).as("round %d", round).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(3));
        }
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
