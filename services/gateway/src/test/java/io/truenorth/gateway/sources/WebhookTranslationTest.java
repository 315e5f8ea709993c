package io.truenorth.gateway.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.TranslationUnderTest;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.IngestResult.FailedEvent;
import io.truenorth.gateway.sources.document.SourceDocument;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads that are arrays, as SendGrid sends them. */
class WebhookTranslationTest {
    private static final String WIDE = "[" + "0,".repeat(100_000) + "0]";

    private final TranslationUnderTest sendgrid =
            new TranslationUnderTest(new WebhookTranslation(SourceDocument.shipped("sendgrid")
                    .orElseThrow()
                    .webhook()
                    .orElseThrow()
                    .mapping()));

    private IngestResult result(String sent) {
        return sendgrid.translate(sent, Map.of());
    }

    private static String opened(String id) {
        return "{\"event\": \"open\", \"email\": \"ann@example.org\", \"timestamp\": 1767225603, \"sg_event_id\": \""
                + id + "\", \"sg_message_id\": \"m-1\"}";
    }

    @Test
    void ofSeveralItemsOnlyThoseAreKeptThatFail() {
        String twice = "{\"event\":  \"open\", \"event\": \"click\"}";

        IngestResult result =
                result(" [" + opened("e-1") + " , 7,\n" + twice + " ," + opened("e-2") + ", " + WIDE + " ] ");

        assertThat(result.touchpoints()).extracting(Touchpoint::getEventId).containsExactly("e-1", "e-2");
        assertThat(result.failed()).extracting(FailedEvent::path).containsExactly("/0", "/0/event", "");
        assertThat(result.failed())
                .extracting(FailedEvent::original)
                .containsExactly("[7]", "[" + twice + "]", "[" + WIDE + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s,", "[%s, {\"event\": }]", "[%s] 7", "[%s, nul]"})
    void whatBreaksOffIsKeptWholeAndNothingOfItIsTaken(String form) {
        String sent = form.formatted(opened("e-1"));

        IngestResult result = result(sent);

        assertThat(result.touchpoints()).isEmpty();
        assertThat(result.failed()).extracting(FailedEvent::original).containsExactly(sent);
        assertThat(result.failed().get(0).message()).contains("line 1, column");
    }

    @Test
    void anArrayOfNothingIsKept() {
        IngestResult result = result(" [ ]");

        assertThat(result.failed()).extracting(FailedEvent::original).containsExactly(" [ ]");
        assertThat(result.failed().get(0).message()).isEqualTo("no rule of sendgrid takes this");
    }
}
