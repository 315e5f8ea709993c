package io.truenorth.gateway.event;

import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes event ids for events whose own id does not follow the contract, or that have none. */
public final class EventId {

    private static final String DERIVED_PREFIX = "content:";
    private static final int DERIVED_BYTES = 16;

    private final MessageDigest sha256 = sha256();

    private EventId() {}

    /**
     * The id of an event whose sender has other rules for ids than the contract: the id as it was sent, or its SHA-256 where it is
     * too long or has characters that an id may not have.
     */
    public static String of(String sent) {
        return TextConstraint.ID.accepts(sent) ? sent : "sha256:" + hash(sent);
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The id of an event that was sent without one: {@code content:} and the first 128 bits, in hex, of the SHA-256 of its
     * content. It does not depend on when the event arrives, on the order of its fields or on how its time is written, so that the
     * same event sent again is a duplicate. Two events of the same content are one; a sender of such events gives them ids.
     *
     * <p>Identities are taken as they leave the gateway: of a personal one only its pseudonym can be guessed from the id.
     *
     * @param event without its id, as it was sent
     * @param money as it was sent, before any conversion
     */
    static String derivedFrom(Touchpoint event, Optional<Money> money) {
        EventId id = new EventId();
        id.add(event.getIdentities().size());
        event.getIdentities()
                .forEach(identity -> id.add(identity.getNamespace()).add(identity.getValue()));
        id.add(event.getOccurredAt())
                .add(event.getChannel())
                .add(event.getKind())
                .add(event.getSubject())
                .add(event.getDirection().name())
                .add(Optional.ofNullable(event.getSentiment())
                        .map(EventId::bits)
                        .orElse(""))
                .add(money.map(Money::getCurrency).orElse(""))
                .add(money.map(Money::getAmountMinor).orElse(0L))
                .add(event.getAttributes())
                .add(event.getSource())
                .add(Optional.ofNullable(event.getRetracts()).orElse(""))
                .add(event.getContext());
        // Only where there are some, so that an event without any has the id that it always had.
        event.getReferences().forEach(reference -> id.add(reference.getType()).add(reference.getId()));
        Optional.ofNullable(event.getConsent())
                .ifPresent(consent -> id.add("consent")
                        .add(String.valueOf(consent.getScoring()))
                        .add(String.valueOf(consent.getActivation())));
        return DERIVED_PREFIX + HexFormat.of().formatHex(Arrays.copyOf(id.sha256.digest(), DERIVED_BYTES));
    }

    /** Each text with its length before it, so that no two different sequences of texts look alike. */
    private EventId add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        add(utf8.length);
        sha256.update(utf8);
        return this;
    }

    private EventId add(long number) {
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    private EventId add(Map<String, String> texts) {
        add(texts.size());
        new TreeMap<>(texts).forEach((name, value) -> add(name).add(value));
        return this;
    }

    /** Not as decimals, whose shortest form differs between versions of the JDK; −0 is 0. */
    private static String bits(double value) {
        return Long.toHexString(Double.doubleToLongBits(value + 0.0));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
