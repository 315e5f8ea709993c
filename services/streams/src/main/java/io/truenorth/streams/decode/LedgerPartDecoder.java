package io.truenorth.streams.decode;

import io.truenorth.contract.CustomerAttribute;
import io.truenorth.contract.IdentityConsent;
import io.truenorth.contract.IdentityLedger;
import io.truenorth.contract.IdentitySuppression;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.LedgerPart;
import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.Placeholders;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.score.Stage;
import io.truenorth.schemas.FailureReason;
import io.truenorth.schemas.LargestRecord;
import io.truenorth.schemas.serde.LedgerPieces;
import io.truenorth.schemas.serde.RecordReader;
import io.truenorth.schemas.serde.UnreadableRecordException;
import io.truenorth.streams.consent.Purpose;
import io.truenorth.streams.consent.SetConsent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Decodes an imported record to a part of a customer's ledger or a rejection. Not thread-safe. */
public final class LedgerPartDecoder {
    /** The source of rejected records. */
    public static final String SOURCE = "ledger-import";

    private final RecordReader<LedgerPart> reader;
    private final Placement placement;
    private final Placeholders placeholders;
    private final long reactionWindow;
    private final long allowedSkew;
    private final RegistryRetry retry;

    /**
     * Creates a decoder.
     *
     * @param reader used by this decoder only
     * @param partitions of the topic of imports
     * @param placeholders values that identify no customer
     * @param reactionWindow of the ledgers, ms
     * @param allowedSkew how far an event time may be ahead of its arrival, ms
     * @param retry retries while the registry is unavailable
     */
    public LedgerPartDecoder(
            RecordReader<LedgerPart> reader,
            int partitions,
            Placeholders placeholders,
            long reactionWindow,
            long allowedSkew,
            RegistryRetry retry) {
        this.reader = reader;
        this.placement = new Placement(partitions);
        this.placeholders = placeholders;
        this.reactionWindow = reactionWindow;
        this.allowedSkew = allowedSkew;
        this.retry = retry;
    }

    /** Decodes a record. Blocks while its schema is not cached and the registry is unavailable. */
    public DecodeResult read(ReceivedRecord received) {
        byte[] key = received.key();
        byte[] value = received.value();
        if (key == null) {
            return rejected(FailureReason.NULL_KEY, "expected the customer as key, was null");
        }
        if (value == null) {
            return rejected(FailureReason.NULL_VALUE, "expected a part of a ledger, was null");
        }
        if (value.length > LargestRecord.LARGE.bytes()) {
            return rejected(
                    FailureReason.OVERSIZED,
                    "expected at most " + LargestRecord.LARGE.bytes() + " bytes uncompressed, was " + value.length);
        }
        try {
            LedgerPart part = retry.untilAvailable(() -> reader.read(value));
            if (!part.getSuppressions().isEmpty()) {
                return suppressions(part);
            }
            if (part.getCustomer().isEmpty()) {
                return rejected(FailureReason.NO_IDENTITY, "expected a customer, was an empty text");
            }
            if (!placement.holds(key, received.origin().partition(), part.getCustomer())) {
                return rejected(
                        FailureReason.WRONG_PARTITION,
                        "expected the customer as key, on the partition of that key among " + placement.partitions());
            }
            requireIdentities(part);
            return imported(part, Days.of(received.origin().timestamp() + allowedSkew));
        } catch (RejectedFieldException e) {
            return e.from(SOURCE);
        } catch (UnreadableRecordException e) {
            return rejected(TouchpointDecoder.reason(e.reason()), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return rejected(FailureReason.INVALID_LEDGER, String.valueOf(e.getMessage()));
        }
    }

    private static RejectedRecord rejected(FailureReason reason, String message) {
        return new RejectedRecord(reason, "", message, SOURCE);
    }

    private static void requireIdentities(LedgerPart part) {
        part.getLedgers().forEach(ledger -> IdentityTexts.requireIdentity("ledgers", ledger.getIdentity()));
        part.getAttributes().stream()
                .map(CustomerAttribute::getIdentity)
                .filter(identity -> !identity.isEmpty())
                .forEach(identity -> IdentityTexts.requireIdentity("attributes", identity));
        part.getLinks().forEach(link -> {
            requirePair("links", link.getFirst(), link.getSecond());
            FieldTexts.wellFormed("links", link.getSource());
            FieldTexts.wellFormed("links", link.getEventId());
        });
        part.getApart().forEach(pair -> requirePair("apart", pair.getFirst(), pair.getSecond()));
        part.getConsents().forEach(LedgerPartDecoder::requireConsent);
    }

    private static void requireConsent(IdentityConsent consent) {
        IdentityTexts.requireIdentity("consents", consent.getIdentity());
        FieldTexts.wellFormed("consents", consent.getEventId());
        if (Purpose.named(consent.getPurpose()).isEmpty()) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_CONSENT,
                    "consents",
                    "expected scoring or activation as purpose, was " + consent.getPurpose());
        }
    }

    /** Consent of identities that are nobody here is left out. */
    private Map<String, List<SetConsent>> consents(LedgerPart part) {
        Map<String, List<SetConsent>> consents = new TreeMap<>();
        part.getConsents().stream()
                .filter(consent -> isSomebody(consent.getIdentity()))
                .forEach(consent -> consents.computeIfAbsent(consent.getIdentity(), first -> new ArrayList<>())
                        .add(new SetConsent(
                                Purpose.named(consent.getPurpose()).orElseThrow(),
                                consent.getGiven(),
                                consent.getOccurredAt(),
                                consent.getEventId())));
        return consents;
    }

    /** A link of the exporting system is left out whose values are nobody here. */
    private boolean isSomebody(String identity) {
        return !IdentityTexts.isNobody(identity, placeholders);
    }

    private static void requirePair(String path, String first, String second) {
        IdentityTexts.requireIdentity(path, first);
        IdentityTexts.requireIdentity(path, second);
        if (first.equals(second)) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_IDENTITY, path, "expected two identities, was one: " + first);
        }
    }

    private ImportedPart imported(LedgerPart part, int today) {
        Map<String, RelationshipLedger> ledgers = new TreeMap<>();
        for (IdentityLedger ledger : part.getLedgers()) {
            ledgers.computeIfAbsent(ledger.getIdentity(), name -> new RelationshipLedger(reactionWindow))
                    .addAll(LedgerPieces.joined(ledger));
        }
        ledgers.values().forEach(ledger -> requireValid(ledger, today));
        return new ImportedPart(
                part.getCustomer(),
                ledgers,
                part.getAttributes(),
                part.getLinks().stream()
                        .filter(link -> isSomebody(link.getFirst()) && isSomebody(link.getSecond()))
                        .toList(),
                part.getApart(),
                consents(part),
                part.getPublished() == null
                        ? Stage.UNKNOWN
                        : Stage.valueOf(part.getPublished().getStage().name()),
                part.getLast(),
                Map.of());
    }

    /** Suppressions are for every partition, whatever the key: the identities are known by their hashes only. */
    private static ImportedPart suppressions(LedgerPart part) {
        Map<String, Suppression> byHash = new TreeMap<>();
        for (IdentitySuppression suppression : part.getSuppressions()) {
            if (!IdentityHash.isOne(suppression.getIdentity())) {
                throw new RejectedFieldException(
                        FailureReason.INVALID_IDENTITY,
                        "suppressions",
                        "expected a hash of 32 hexadecimal digits, was " + suppression.getIdentity());
            }
            FieldTexts.wellFormed("suppressions", suppression.getRequestId());
            byHash.merge(
                    suppression.getIdentity(),
                    new Suppression(
                            suppression.getUntil(),
                            suppression.getLaterEvents() == LaterEvents.DROP,
                            0,
                            List.of(suppression.getRequestId())),
                    Suppression::and);
        }
        return new ImportedPart("", Map.of(), List.of(), List.of(), List.of(), Map.of(), Stage.UNKNOWN, true, byHash);
    }

    /** The binary form may have touches that are out of range, which no service would have written. */
    private void requireValid(RelationshipLedger ledger, int today) {
        int lastDay = ledger.lastDay().orElse(today);
        if (lastDay > today) {
            throw new IllegalArgumentException(
                    "expected no touch after the arrival of the record, was one on " + LocalDate.ofEpochDay(lastDay));
        }
        new RelationshipLedger(reactionWindow).addAll(ledger);
    }
}
