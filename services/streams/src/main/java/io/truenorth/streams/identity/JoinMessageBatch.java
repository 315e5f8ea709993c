package io.truenorth.streams.identity;

import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;

/**
 * Messages to one partition in the order in which they were sent: the value of a record on the internal topic. A record is
 * sent with the transaction that caused the messages, so that many share the cost of one, and none is seen later for it.
 *
 * <pre>
 * batch = 3, { time of the record that caused it, message, see {@link JoinMessage} }
 * </pre>
 *
 * A version before this one had a record for each message; these are read too.
 */
public final class JoinMessageBatch {
    /** The first byte; a re-keyed touchpoint has another. */
    private static final int VERSION = 3;

    private static final int VERSION_OF_ONE_MESSAGE = 2;

    private final String key;
    private final FieldWriter messages = new FieldWriter().writeByte(VERSION);
    private long causedAt = Long.MAX_VALUE;

    /**
     * Creates an empty batch.
     *
     * @param key any key of the partition
     */
    public JoinMessageBatch(String key) {
        this.key = key;
    }

    /** Returns the key of the record. */
    public String key() {
        return key;
    }

    /** Returns the earliest time, epoch ms, of the records that caused the messages. */
    public long causedAt() {
        return causedAt;
    }

    /** Returns the size of the binary form in bytes. */
    public int size() {
        return messages.size();
    }

    /** Adds a message, which a record of a time (epoch ms) caused. */
    public void add(JoinMessage message, long time) {
        messages.writeLong(time);
        message.write(messages);
        causedAt = Math.min(causedAt, time);
    }

    /** Returns the binary form. */
    public byte[] toBytes() {
        return messages.toBytes();
    }

    /** Returns whether a value on the internal topic is a batch of messages, and not a re-keyed touchpoint. */
    public static boolean isOne(byte[] value) {
        return value.length > 0 && (value[0] == VERSION || value[0] == VERSION_OF_ONE_MESSAGE);
    }

    /** Receives messages. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * Receives a message.
         *
         * @param causedAt the time of the record that caused it, epoch ms
         */
        void receive(JoinMessage message, long causedAt);
    }

    /**
     * Reads the messages of a record in their order.
     *
     * @param timestamp of the record, epoch ms
     */
    public static void read(byte[] value, long timestamp, Receiver receiver) {
        FieldReader in = new FieldReader("messages about identities", value);
        int version = in.readByte();
        if (version == VERSION_OF_ONE_MESSAGE) {
            receiver.receive(JoinMessage.read(in), timestamp);
            in.expectEnd();
            return;
        }
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        while (!in.atEnd()) {
            long causedAt = in.readLong();
            receiver.receive(JoinMessage.read(in), causedAt);
        }
    }
}
