package io.truenorth.streams.reference;

import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import io.truenorth.streams.decode.ReceivedRecord;
import io.truenorth.streams.decode.ReceivedRecordFormat;

/**
 * A touchpoint that waits for the owner of its reference.
 *
 * <pre>
 * waiting = version, deadline, source, record, see {@link ReceivedRecordFormat}
 * </pre>
 *
 * @param deadline until when it waits, epoch ms
 * @param source of the touchpoint
 * @param received the record as received
 */
public record WaitingTouchpoint(long deadline, String source, ReceivedRecord received) {
    private static final int VERSION = 1;

    /** Returns this with another key of the record. */
    WaitingTouchpoint withKey(String key) {
        return new WaitingTouchpoint(deadline, source, received.withKey(key));
    }

    byte[] toBytes() {
        FieldWriter out =
                new FieldWriter().writeByte(VERSION).writeLong(deadline).writeText(source);
        ReceivedRecordFormat.write(out, received);
        return out.toBytes();
    }

    static WaitingTouchpoint fromBytes(byte[] bytes) {
        FieldReader in = new FieldReader("waiting touchpoint", bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        WaitingTouchpoint waiting = new WaitingTouchpoint(in.readLong(), in.readText(), ReceivedRecordFormat.read(in));
        in.expectEnd();
        return waiting;
    }
}
