package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.cloudevents.CloudEventTranslation;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.ingest.IngestResult.FailedEvent;
import io.truenorth.gateway.segment.ConsentCategories;
import io.truenorth.gateway.segment.SegmentTranslation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages and events of others as they are, where they are at hand: they are not ours to keep. */
class RealPayloadsTest {

    private static final Path PAYLOADS =
            Path.of(Optional.ofNullable(System.getenv("TRUENORTH_PAYLOADS")).orElse("../../../shared/payloads/dev"));

    @ParameterizedTest
    @CsvSource({
        "alias_full,                identity_linked,        web,     user:507f191e81,     2015-02-23T22:28:55.111Z",
        "b2b_signed_up,             signed_up,              store,   user:019mr8mf4r,     2026-03-01T12:00:00Z",
        "ecommerce_order_completed, purchase,               store,   user:019mr8mf4r,     2026-03-01T12:00:00Z",
        "email_opened,              email_opened,           email,   user:019mr8mf4r,     2026-03-01T12:00:00Z",
        "group_full,                group_joined,           web,     user:97980cfea0067,  2015-02-23T22:28:55.111Z",
        "identify_full,             profile_updated,        web,     user:97980cfea0067,  2015-02-23T22:28:55.111Z",
        "live_chat_message_sent,    live_chat_message_sent, support, user:019mr8mf4r,     2026-03-01T12:00:00Z",
        "page_full,                 page_viewed,            web,     user:97980cfea0067,  2015-02-23T22:28:55.111Z",
        "track_report_submitted,    report_submitted,       web,     user:97980cfea0067,  2015-12-10T04:08:31.905Z",
        "webhook_identify,          profile_updated,        store,   user:019mr8mf4r,     2012-12-02T00:30:08.276Z",
    })
    void aMessageOfSegmentIsATouch(String file, String kind, String channel, String identity, String occurredAt)
            throws IOException {
        TranslationUnderTest segment = new TranslationUnderTest(
                new SegmentTranslation("store", new KindNames(Map.of()), Optional.empty(), ConsentCategories.usual()));

        Touchpoint touch = segment.touchpoint(payload("segment/" + file), Map.of());

        assertThat(touch.getKind()).isEqualTo(kind);
        assertThat(touch.getChannel()).isEqualTo(channel);
        assertThat(TranslationUnderTest.identities(touch)).startsWith(identity);
        assertThat(Instant.ofEpochMilli(touch.getOccurredAt())).isEqualTo(occurredAt);
    }

    @ParameterizedTest
    @CsvSource({"conformance_structured", "structured_json_data"})
    void aCloudEventOfNobodyIsUnderstoodAndSaysWhatIsMissing(String file) throws IOException {
        TranslationUnderTest events =
                new TranslationUnderTest(new CloudEventTranslation("store", new KindNames(Map.of())));

        FailedEvent failure =
                events.failure(payload("cloudevents/" + file), Map.of("content-type", "application/cloudevents+json"));

        assertThat(failure.path()).isEqualTo("/subject");
    }

    private static String payload(String name) throws IOException {
        Path file = PAYLOADS.resolve(name + ".json");
        assumeThat(file).as("payloads of others").exists();
        return Files.readString(file);
    }
}
