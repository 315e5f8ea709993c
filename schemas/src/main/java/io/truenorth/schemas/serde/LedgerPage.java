package io.truenorth.schemas.serde;

import io.truenorth.contract.LedgerPart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A page of an export of ledgers, as the metadata of a file in the form of {@link LedgerFileWriter}.
 *
 * @param partitions the number of partitions of the deployment
 * @param customers the number of customers of the page; 0 if the partition has no more
 * @param last the last customer, after whom the next page begins; empty if there is none
 * @param joins how many customers were joined and identities split in the partition, since the deployment's start
 * @param messages sent by the partition about identities, less those handled in it; over all partitions, those under way
 */
public record LedgerPage(int partitions, int customers, String last, long joins, long messages) {
    private static final String PARTITIONS = "truenorth.partitions";
    private static final String CUSTOMERS = "truenorth.customers";
    private static final String LAST = "truenorth.last";
    private static final String JOINS = "truenorth.joins";
    private static final String MESSAGES = "truenorth.messages";

    /** Returns the file with the parts of the page. */
    public byte[] toBytes(List<LedgerPart> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, String> metadata = Map.of(
                PARTITIONS,
                Integer.toString(partitions),
                CUSTOMERS,
                Integer.toString(customers),
                LAST,
                last,
                JOINS,
                Long.toString(joins),
                MESSAGES,
                Long.toString(messages));
        try (LedgerFileWriter file = new LedgerFileWriter(bytes, metadata)) {
            for (LedgerPart part : parts) {
                file.append(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the metadata of a file.
     *
     * @throws IOException if it is no page
     */
    public static LedgerPage of(byte[] bytes) throws IOException {
        try (LedgerFileReader file = new LedgerFileReader(new ByteArrayInputStream(bytes))) {
            return new LedgerPage(
                    Integer.parseInt(file.metadata(PARTITIONS).orElse("")),
                    Integer.parseInt(file.metadata(CUSTOMERS).orElse("")),
                    file.metadata(LAST).orElse(""),
                    Long.parseLong(file.metadata(JOINS).orElse("0")),
                    Long.parseLong(file.metadata(MESSAGES).orElse("0")));
        } catch (NumberFormatException e) {
            throw new IOException("the file is no page of ledgers", e);
        }
    }
}
