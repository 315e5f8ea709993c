package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Identity;
import io.truenorth.contract.Touchpoint;
import io.truenorth.deployment.MoneyConfig;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.gateway.event.Pseudonyms;
import io.truenorth.gateway.event.TouchpointValidator;
import io.truenorth.gateway.ingest.IngestResult;
import io.truenorth.gateway.ingest.IngestResult.FailedEvent;
import io.truenorth.gateway.ingest.MessageTranslator;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.ingest.Translation;
import io.truenorth.relationship.ledger.ArrivalRule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a translation makes of something that arrives at noon of 1 March 2026; US dollars have a rate of 0.5, yen of 0.01. */
public final class TranslationUnderTest {

    public static final Instant ARRIVAL = Instant.parse("2026-03-01T12:00:00Z");

    private static final MessageTranslator TRANSLATOR = new MessageTranslator(new TouchpointValidator(
            ArrivalRule.STANDARD,
            new MoneyConfig("EUR", Map.of("USD", new BigDecimal("0.5"), "JPY", new BigDecimal("0.01"))),
            IdentityRules.standard(new Pseudonyms(
                    Set.of("email", "phone"),
                    Optional.of("00112233445566778899aabbccddeeff".getBytes(StandardCharsets.UTF_8))))));

    private final Translation translation;

    public TranslationUnderTest(Translation translation) {
        this.translation = translation;
    }

    public IngestResult translate(String sent, Map<String, String> headers) {
        Sender sender = new Sender("shop", List.of(), Set.of(), Optional.empty(), Set.of(), Set.of(), Optional.empty());
        return TRANSLATOR.translate(
                sender, translation, List.of(new ReceivedMessage(sent, headers, ARRIVAL.toEpochMilli())));
    }

    /** The one touchpoint that it becomes. */
    public Touchpoint touchpoint(String sent, Map<String, String> headers) {
        IngestResult result = translate(sent, headers);
        assertThat(result.failed()).isEmpty();
        assertThat(result.touchpoints()).hasSize(1);
        return result.touchpoints().get(0);
    }

    /** Why it becomes none. */
    public FailedEvent failure(String sent, Map<String, String> headers) {
        IngestResult result = translate(sent, headers);
        assertThat(result.touchpoints()).isEmpty();
        assertThat(result.failed()).hasSize(1);
        return result.failed().get(0);
    }

    /** The identities as {@code namespace:value}. */
    public static List<String> identities(Touchpoint touchpoint) {
        return touchpoint.getIdentities().stream()
                .map((Identity identity) -> identity.getNamespace() + ":" + identity.getValue())
                .toList();
    }
}
