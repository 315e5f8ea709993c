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
 */
public record LedgerPage(int partitions, int customers, String last) {
    private static final String PARTITIONS = "truenorth.partitions";
    private static final String CUSTOMERS = "truenorth.customers";
    private static final String LAST = "truenorth.last";

    /** Returns the file with the parts of the page. */
    public byte[] toBytes(List<LedgerPart> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, String> metadata =
                Map.of(PARTITIONS, Integer.toString(partitions), CUSTOMERS, Integer.toString(customers), LAST, last);
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
                    file.metadata(LAST).orElse(""));
        } catch (NumberFormatException e) {
            throw new IOException("the file is no page of ledgers", e);
        }
    }
}
