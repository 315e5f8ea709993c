package io.truenorth.schemas.serde;

import io.truenorth.contract.LedgerPart;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;

/** Writes parts of ledgers as an Avro object container file, compressed by Zstandard. Not thread-safe. */
public final class LedgerFileWriter implements Closeable {
    private final DataFileWriter<LedgerPart> file = new DataFileWriter<>(new SpecificDatumWriter<>(LedgerPart.class));

    /**
     * Begins a file.
     *
     * @param out closed with the writer
     * @param metadata of the file, by name; names that start with {@code avro.} are reserved
     */
    public LedgerFileWriter(OutputStream out, Map<String, String> metadata) throws IOException {
        file.setCodec(CodecFactory.zstandardCodec(CodecFactory.DEFAULT_ZSTANDARD_LEVEL));
        metadata.forEach(file::setMeta);
        file.create(LedgerPart.getClassSchema(), out);
    }

    /** Appends a part. */
    public void append(LedgerPart part) throws IOException {
        file.append(part);
    }

    /** Appends all parts of another such file, as they are compressed there. */
    public void appendAll(InputStream other) throws IOException {
        try (LedgerFileReader parts = new LedgerFileReader(other)) {
            file.appendAllFrom(parts.file(), false);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
