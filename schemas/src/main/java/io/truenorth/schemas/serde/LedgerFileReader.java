package io.truenorth.schemas.serde;

import io.truenorth.contract.LedgerPart;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificDatumReader;

/** Reads a file written by {@link LedgerFileWriter}. Not thread-safe. */
public final class LedgerFileReader implements Closeable {
    private final DataFileStream<LedgerPart> file;

    /**
     * Opens a file.
     *
     * @param in closed with the reader
     * @throws IOException if it cannot be read, or is not such a file
     */
    public LedgerFileReader(InputStream in) throws IOException {
        AvroLimits.apply();
        file = new DataFileStream<>(in, new SpecificDatumReader<>(LedgerPart.class));
    }

    DataFileStream<LedgerPart> file() {
        return file;
    }

    /** Returns a value of the file's metadata; empty if it is not set. */
    public Optional<String> metadata(String name) {
        return Optional.ofNullable(file.getMetaString(name));
    }

    /**
     * Returns the next part; empty at the end.
     *
     * @throws IOException if the file cannot be read, is damaged, or ends within a part
     */
    public Optional<LedgerPart> next() throws IOException {
        try {
            return file.hasNext() ? Optional.of(file.next()) : Optional.empty();
        } catch (AvroRuntimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
