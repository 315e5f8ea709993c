package io.truenorth.cli.ledger;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.schemas.serde.LedgerFileReader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an exported file says about itself, in its metadata.
 *
 * @param applicationId of the streams service
 * @param model the scoring model, as id and version
 * @param topic the topic of touchpoints
 * @param offsets of the first touchpoint that the export may lack, by partition
 * @param exportedAt when the offsets were read
 * @param customers the number of customers
 */
record LedgerFileHeader(
        String applicationId,
        String model,
        String topic,
        Map<Integer, Long> offsets,
        Instant exportedAt,
        long customers) {
    private static final String VERSION = "1";
    private static final String FORMAT = "truenorth.format";
    private static final String APPLICATION_ID = "truenorth.applicationId";
    private static final String MODEL = "truenorth.model";
    private static final String TOPIC = "truenorth.topic";
    private static final String OFFSETS = "truenorth.offsets";
    private static final String EXPORTED_AT = "truenorth.exportedAt";
    private static final String CUSTOMERS = "truenorth.customers";

    Map<String, String> metadata() {
        return Map.of(
                FORMAT, VERSION,
                APPLICATION_ID, applicationId,
                MODEL, model,
                TOPIC, topic,
                OFFSETS, offsetsText(),
                EXPORTED_AT, exportedAt.toString(),
                CUSTOMERS, Long.toString(customers));
    }

    LedgerFileHeader withCustomers(long count) {
        return new LedgerFileHeader(applicationId, model, topic, offsets, exportedAt, count);
    }

    /** The offsets as text, such as {@code 0:1042 1:977}. */
    String offsetsText() {
        return new TreeMap<>(offsets)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }

    /** @throws CommandFailure if the file was not written by an export, or by a later version */
    static LedgerFileHeader of(LedgerFileReader file, Path path) {
        String format = file.metadata(FORMAT).orElse("none");
        if (!format.equals(VERSION)) {
            throw new CommandFailure(path + ": expected a file of truenorth ledger export, of format " + VERSION
                    + ", was format " + format);
        }
        try {
            return new LedgerFileHeader(
                    file.metadata(APPLICATION_ID).orElse(""),
                    file.metadata(MODEL).orElse(""),
                    file.metadata(TOPIC).orElse(""),
                    offsets(file.metadata(OFFSETS).orElse("")),
                    Instant.parse(file.metadata(EXPORTED_AT).orElse("")),
                    Long.parseLong(file.metadata(CUSTOMERS).orElse("")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new CommandFailure(path + ": the metadata of the file is damaged: " + e.getMessage());
        }
    }

    private static Map<Integer, Long> offsets(String text) {
        Map<Integer, Long> offsets = new TreeMap<>();
        for (String entry : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            int colon = entry.indexOf(':');
            offsets.put(
                    Integer.parseInt(entry.substring(0, Math.max(colon, 0))),
                    Long.parseLong(entry.substring(colon + 1)));
        }
        return offsets;
    }
}
