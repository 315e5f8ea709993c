package io.truenorth.streams.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.contract.Consent;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.KindContribution;
import io.truenorth.relationship.score.Stage;
import io.truenorth.schemas.FailureReason;
import io.truenorth.streams.bytes.StoredFormException;
import io.truenorth.streams.consent.IdentityConsents;
import io.truenorth.streams.consent.Purpose;
import io.truenorth.streams.consent.SetConsent;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every released version of the stored formats is readable; the current version is written. */
class StoredFormsTest {
    private static final HexFormat HEX = HexFormat.of();

    /** Values as stored in version 1. */
    private static final String HEADER_1 =
            "010180ccd3c99967020c726567696f6e0a6e6f72746880b4b98d956708652d313701f4b7b98d9567040180897a"
                    + "0406080a8001020677656210707572636861736580897a04060000800104003010657370726573736f50040c72"
                    + "6567696f6e0a6e6f72746808746965720a756e736574";

    /** As stored in version 2. */
    private static final String HEADER_2 =
            "020180ccd3c999670180b8e8ec9567020c726567696f6e0a6e6f72746880b4b98d956708652d313701f4b7b9"
                    + "8d9567040180897a0406080a8001020677656210707572636861736580897a04060000800104003010657370"
                    + "726573736f50040c726567696f6e0a6e6f72746808746965720a756e73657401020e63726d3a632d310a0200"
                    + "000000";

    /** As stored in version 3. */
    private static final String HEADER_3 =
            "03020c726567696f6e0a6e6f72746880b4b98d956708652d313701f4b7b98d95670401020677656210707572"
                    + "636861736580897a0406800100000000080a04003010657370726573736f50040c726567696f6e0a6e6f7274"
                    + "6808746965720a756e736574018c949abc04018c80af5f01020e63726d3a632d310a0200000000";

    /** As stored in version 4: attributes and tails by identity, and what is known of identities. */
    private static final String HEADER_4 =
            "040200020c726567696f6e0a6e6f72746880b4b98d956708652d313701f4b7b98d95670401020677656210707572"
                    + "636861736580897a0406800100000000080a04003010657370726573736f50040c726567696f6e0a6e6f7274"
                    + "6808746965720a756e736574018c949abc04018c80af5f01020e63726d3a632d310a020000000000";

    /** As stored in version 5: consent, and whether the score may be used. */
    private static final String HEADER_5 =
            "050200020c726567696f6e0a6e6f72746880b4b98d956708652d313701f4b7b98d95670403020677656210707572"
                    + "636861736580897a0406800100000000080a04003010657370726573736f50040c726567696f6e0a6e6f7274"
                    + "6808746965720a756e736574018c949abc04018c80af5f01020e63726d3a632d310a02000000000006001780"
                    + "b4b98d956708652d31370c636172643a370d80b4b98d956708652d313882b4b98d956708652d31390e656d61"
                    + "696c3a780c84b4b98d956708652d3230";
    /** The same, of a customer who has said nothing of consent. */
    private static final String HEADER_5_WITHOUT_CONSENT =
            "050200020c726567696f6e0a6e6f72746880b4b98d956708652d313701f4b7b98d95670401020677656210707572"
                    + "636861736580897a0406800100000000080a04003010657370726573736f50040c726567696f6e0a6e6f7274"
                    + "6808746965720a756e736574018c949abc04018c80af5f01020e63726d3a632d310a02000000000000";

    private static final String NEW_HEADER_1 = "01000000";
    private static final String COUNTERS_1 = "01d00f880e780ec00c0a04104e554c4c5f4b455902104441595f46554c4c4e";

    /** As stored in version 2. */
    private static final String COUNTERS_2 = "02d00f880e78060ec00c0a04104e554c4c5f4b455902104441595f46554c4c4e";

    private static final String COUNTERS_3 = "03d00f880e7806040ec00c0a04104e554c4c5f4b455902104441595f46554c4c4e";

    private static CustomerHeader header(boolean activation, IdentityConsents consents) {
        IdentityAttributes attributes = new IdentityAttributes();
        attributes.take("", Map.of("region", "north"), 1_772_359_200_000L, "e-17");
        Contributions given = new Contributions(1_000_000, 2, 3, 0, 0, 64);
        return new CustomerHeader(
                attributes,
                consents,
                new Published(
                        1_772_359_200_250L,
                        Stage.LOYAL,
                        true,
                        activation,
                        new Contributions(1_000_000, 2, 3, 4, 5, 64),
                        List.of(KindContribution.of("web", "purchase", given)),
                        Map.of("", 24L, "espresso", 40L),
                        Map.of("region", "north", "tier", "unset")),
                OptionalLong.of(1_772_959_200_000L),
                OptionalLong.of(1_772_459_200_000L),
                true,
                new TreeMap<>(Map.of("crm:c-1", new byte[] {2, 0, 0, 0, 0})),
                null);
    }

    private static TouchpointCounters counters(long waiting, long suppressed) {
        return new TouchpointCounters(
                1_000,
                900,
                60,
                waiting,
                suppressed,
                7,
                800,
                5,
                Map.of(FailureReason.DAY_FULL, 39L, FailureReason.NULL_KEY, 1L));
    }

    @Test
    void headersOfVersion1AreRead() {
        CustomerHeader read = CustomerHeaderFormat.read(HEX.parseHex(HEADER_1));

        assertThat(read.published())
                .isEqualTo(header(false, new IdentityConsents()).published());
        assertThat(read.dueAt()).isEqualTo(header(false, new IdentityConsents()).dueAt());
        assertThat(read.attributes().values())
                .isEqualTo(header(false, new IdentityConsents()).attributes().values());
        assertThat(read.indexedAt())
                .as("indexed when due")
                .isEqualTo(header(false, new IdentityConsents()).dueAt());
        assertThat(read.hasBlocks()).isTrue();
        assertThat(read.tails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {HEADER_2, HEADER_3, HEADER_4, HEADER_5_WITHOUT_CONSENT})
    void headersOfLaterVersionsAreRead(String stored) {
        CustomerHeader read = CustomerHeaderFormat.read(HEX.parseHex(stored));

        assertThat(read.published())
                .isEqualTo(header(false, new IdentityConsents()).published());
        assertThat(read.dueAt()).isEqualTo(header(false, new IdentityConsents()).dueAt());
        assertThat(read.indexedAt())
                .isEqualTo(header(false, new IdentityConsents()).indexedAt());
        assertThat(read.hasBlocks()).isTrue();
        assertThat(read.tails()).containsOnlyKeys("crm:c-1");
        assertThat(read.tails().get("crm:c-1")).containsExactly(2, 0, 0, 0, 0);
    }

    private static IdentityConsents consents() {
        IdentityConsents consents = new IdentityConsents();
        consents.take("", SetConsent.of(new Consent(true, false), 1_772_359_200_000L, "e-17"));
        consents.take(
                "card:7",
                List.of(
                        new SetConsent(Purpose.SCORING, false, 1_772_359_200_000L, "e-18"),
                        new SetConsent(Purpose.ACTIVATION, true, 1_772_359_200_001L, "e-19")));
        consents.take("email:x", List.of(new SetConsent(Purpose.ACTIVATION, true, 1_772_359_200_002L, "e-20")));
        return consents;
    }

    @Test
    void consentIsReadAsItWasStored() {
        CustomerHeader read = CustomerHeaderFormat.read(HEX.parseHex(HEADER_5));

        assertThat(read.consents().byIdentity()).isEqualTo(consents().byIdentity());
        assertThat(read.published()).isEqualTo(header(true, consents()).published());
    }

    @Test
    void aScoreThatIsNotTheSumOfItsKindsIsStoredAsItIs() {
        Published published = new Published(
                1_772_359_200_250L,
                Stage.AWARE,
                false,
                true,
                new Contributions(10, 20, 30, 40, 50, 60),
                List.of(KindContribution.of("web", "purchase", new Contributions(11, 19, 0, 0, 0, 60))),
                Map.of(),
                Map.of());
        CustomerHeader header = new CustomerHeader(
                new IdentityAttributes(),
                new IdentityConsents(),
                published,
                OptionalLong.empty(),
                OptionalLong.empty(),
                false,
                new TreeMap<>(),
                null);

        assertThat(CustomerHeaderFormat.read(CustomerHeaderFormat.write(header)).published())
                .isEqualTo(published);
    }

    @Test
    void theHeaderOfACustomerNeverPublishedIsRead() {
        CustomerHeader read = CustomerHeaderFormat.read(HEX.parseHex(NEW_HEADER_1));

        assertThat(read.published()).isNull();
        assertThat(read.dueAt()).isEmpty();
        assertThat(read.attributes().values()).isEmpty();
    }

    @Test
    void countersOfEveryVersionAreRead() {
        assertThat(TouchpointCounters.fromBytes(HEX.parseHex(COUNTERS_1))).isEqualTo(counters(0, 0));
        assertThat(TouchpointCounters.fromBytes(HEX.parseHex(COUNTERS_2))).isEqualTo(counters(3, 0));
        assertThat(TouchpointCounters.fromBytes(HEX.parseHex(COUNTERS_3))).isEqualTo(counters(3, 2));
    }

    @Test
    void theNewestVersionIsWritten() {
        assertThat(HEX.formatHex(CustomerHeaderFormat.write(header(true, consents()))))
                .isEqualTo(HEADER_5);
        assertThat(HEX.formatHex(CustomerHeaderFormat.write(header(false, new IdentityConsents()))))
                .isEqualTo(HEADER_5_WITHOUT_CONSENT);
        assertThat(HEX.formatHex(counters(3, 2).toBytes())).isEqualTo(COUNTERS_3);
    }

    @Test
    void aVersionOfTheFutureIsRejectedByName() {
        assertThatThrownBy(() -> CustomerHeaderFormat.read(new byte[] {9}))
                .isInstanceOf(StoredFormException.class)
                .hasMessageContaining("expected version 1 to 5, was 9");
        assertThatThrownBy(() -> TouchpointCounters.fromBytes(new byte[] {9}))
                .hasMessageContaining("expected version 1 to 3, was 9");
    }
}
