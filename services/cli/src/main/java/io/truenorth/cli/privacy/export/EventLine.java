package io.truenorth.cli.privacy.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * An event of a ledger as a line of a history. What the ledger has of it suffices for the score: the day, not the time, and a key in
 * place of the id.
 *
 * @param customer the customer's id
 * @param ts the start of the day, epoch seconds
 * @param channel the channel; left out for a retraction
 * @param kind the kind; {@code automated} for the reaction of a machine
 * @param direction in or out
 * @param sentiment -1, 0 or 1; left out if none was expressed
 * @param value money in major units of the reporting currency; left out if there was none
 * @param subject the product line or campaign; left out for the brand as a whole
 * @param id the key of the event's id; left out for a retraction
 * @param retracts the key of the event that is retracted
 * @param revision left out if 0
 */
public record EventLine(
        String customer,
        long ts,
        Optional<String> channel,
        Optional<String> kind,
        Optional<String> direction,
        Optional<Integer> sentiment,
        Optional<BigDecimal> value,
        Optional<String> subject,
        Optional<String> id,
        Optional<String> retracts,
        Optional<Integer> revision) {

    /** The day of the event, UTC. */
    LocalDate day() {
        return LocalDate.ofInstant(Instant.ofEpochSecond(ts), ZoneOffset.UTC);
    }

    /** The event for people, with its day. */
    ObjectNode toJson() {
        return ExportWriter.object(this).put("day", day().toString());
    }
}
