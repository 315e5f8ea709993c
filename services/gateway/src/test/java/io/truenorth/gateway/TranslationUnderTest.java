package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Identity;
import io.truenorth.contract.Touchpoint;
import io.truenorth.deployment.MoneyConfig;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.gateway.event.Pseudonyms;
import io.truenorth.gateway.event.TouchpointMapper;
import io.truenorth.gateway.intake.FailedEvent;
import io.truenorth.gateway.intake.Harvest;
import io.truenorth.gateway.intake.Translation;
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

    /** One of its own, as it remembers the mails that were delivered. */
    private final TouchpointMapper mapper = new TouchpointMapper(
            ArrivalRule.STANDARD,
            new MoneyConfig("EUR", Map.of("USD", new BigDecimal("0.5"), "JPY", new BigDecimal("0.01"))),
            IdentityRules.standard(new Pseudonyms(
                    Set.of("email", "phone"),
                    Optional.of("00112233445566778899aabbccddeeff".getBytes(StandardCharsets.UTF_8)))));

    private final Translation translation;

    public TranslationUnderTest(Translation translation) {
        this.translation = translation;
    }

    public Harvest harvest(String sent, Map<String, String> headers) {
        Sender sender = new Sender("shop", List.of(), Set.of(), Optional.empty(), Set.of(), Set.of(), Optional.empty());
        Harvest harvest = new Harvest(mapper, sender, ARRIVAL.toEpochMilli(), Optional.empty());
        harvest.from(sent, headers);
        translation.translate(sent, name -> Optional.ofNullable(headers.get(name)), harvest);
        return harvest;
    }

    /** The one touchpoint that it becomes. */
    public Touchpoint touchpoint(String sent, Map<String, String> headers) {
        Harvest harvest = harvest(sent, headers);
        assertThat(harvest.failed()).isEmpty();
        assertThat(harvest.touchpoints()).hasSize(1);
        return harvest.touchpoints().get(0);
    }

    /** Why it becomes none. */
    public FailedEvent failure(String sent, Map<String, String> headers) {
        Harvest harvest = harvest(sent, headers);
        assertThat(harvest.touchpoints()).isEmpty();
        assertThat(harvest.failed()).hasSize(1);
        return harvest.failed().get(0);
    }

    /** The identities as {@code namespace:value}. */
    public static List<String> identities(Touchpoint touchpoint) {
        return touchpoint.getIdentities().stream()
                .map((Identity identity) -> identity.getNamespace() + ":" + identity.getValue())
                .toList();
    }
}
