package io.truenorth.gateway.ingest;

import io.truenorth.documents.history.GzipMembers;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.RequestLimits;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the body of one request within its own limits and the memory of all requests together. The memory stays reserved until
 * this is closed.
 */
final class RequestBody implements AutoCloseable {

    private static final int CHUNK = 1 << 14;

    private final RequestLimits limits;
    private final MemoryBudget budget;
    private long reserved;

    RequestBody(RequestLimits limits, MemoryBudget budget) {
        this.limits = limits;
        this.budget = budget;
    }

    /**
     * The body, unpacked.
     *
     * @param encoding the {@code Content-Encoding}; empty for none
     * @throws RejectedRequest if it is too large, of another encoding, or broken
     */
    byte[] read(InputStream body, String encoding) {
        Limited limited = new Limited(body, limits.body());
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> plain(limited);
            case "gzip", "x-gzip" -> unpacked(limited);
            default -> throw RejectedRequest.unsupportedMediaType("expected the content encoding gzip or none", "*/*");
        };
    }

    private byte[] plain(Limited body) {
        try {
            return readAll(body);
        } catch (IOException e) {
            throw brokenConnection();
        }
    }

    private byte[] unpacked(Limited body) {
        try (GzipMembers unpacked = new GzipMembers(body)) {
            return readAll(unpacked);
        } catch (IOException e) {
            throw body.broken
                    ? brokenConnection()
                    : RejectedRequest.unreadableBody("expected gzip, but " + e.getMessage());
        }
    }

    private static RejectedRequest brokenConnection() {
        return RejectedRequest.unreadableBody("the connection broke before the end of the body");
    }

    private byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            if (all.size() + count > limits.unpacked()) {
                throw RejectedRequest.contentTooLarge(
                        "expected a body of up to " + limits.unpacked() + " bytes once unpacked");
            }
            reserve(count);
            all.write(chunk, 0, count);
        }
        return all.toByteArray();
    }

    private void reserve(int bytes) {
        if (!budget.tryReserve(bytes)) {
            throw RejectedRequest.overloaded();
        }
        reserved += bytes;
    }

    /**
     * Decodes UTF-8.
     *
     * @throws RejectedRequest if it is not valid
     */
    static String decode(byte[] utf8) {
        ByteBuffer bytes = ByteBuffer.wrap(utf8);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw RejectedRequest.unreadableBody("expected UTF-8, broken at byte " + bytes.position());
        }
    }

    @Override
    public void close() {
        budget.release(reserved);
        reserved = 0;
    }

    /** Counts the bytes as sent, and remembers whether the connection broke rather than the gzip. */
    private static final class Limited extends FilterInputStream {
        private final long most;
        private long count;
        private boolean broken;

        Limited(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = readOrBreak(bytes, offset, length);
            count += Math.max(0, read);
            if (count > most) {
                throw RejectedRequest.contentTooLarge("expected a body of up to " + most + " bytes as sent");
            }
            return read;
        }

        private int readOrBreak(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (IOException e) {
                broken = true;
                throw e;
            } catch (RuntimeException e) {
                // The server has given up on a body that comes too slowly.
                throw RejectedRequest.requestTimeout();
            }
        }
    }

    /** The memory that the bodies of all requests may use together. */
    static final class MemoryBudget {

        private final long limit;
        private final AtomicLong reserved = new AtomicLong();

        /**
         * A budget.
         *
         * @param limit in bytes
         */
        MemoryBudget(long limit) {
            this.limit = limit;
        }

        /** Reserves bytes if they are available. */
        boolean tryReserve(long bytes) {
            if (reserved.addAndGet(bytes) <= limit) {
                return true;
            }
            release(bytes);
            return false;
        }

        /** Releases reserved bytes. */
        void release(long bytes) {
            reserved.addAndGet(-bytes);
        }

        /** The bytes that are reserved. */
        long reserved() {
            return reserved.get();
        }
    }
}
