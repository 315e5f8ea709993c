package io.truenorth.streams.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.truenorth.identity.joining.CustomerMessage.Grant;
import io.truenorth.identity.joining.NodeMessage.Label;
import io.truenorth.streams.bytes.FieldWriter;
import io.truenorth.streams.bytes.StoredFormException;
import io.truenorth.streams.identity.JoinMessage.ToCustomer;
import io.truenorth.streams.identity.JoinMessage.ToNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class JoinMessageBatchTest {
    private static final JoinMessage LABEL = new ToNode(new Label("card:44", 2, "crm:7"));
    private static final JoinMessage GRANT = new ToCustomer("card:45", new Grant("crm:7"));

    /** Of the two messages, caused at 1 000 and 999. */
    private static final String VERSION_3 = "03d00f000b0e636172643a3434040a63726d3a37ce0f010e636172643a3435190a63726d3a37";

    @Test
    void messagesAreReadInTheirOrderWithTheirTimes() {
        JoinMessageBatch batch = new JoinMessageBatch("card:44");
        batch.add(LABEL, 1_000);
        batch.add(GRANT, 999);
        assertThat(batch.key()).isEqualTo("card:44");
        assertThat(batch.causedAt()).isEqualTo(999);
        assertThat(HexFormat.of().formatHex(batch.toBytes())).isEqualTo(VERSION_3);
        assertThat(read(HexFormat.of().parseHex(VERSION_3))).containsExactly(tuple(LABEL, 1_000L), tuple(GRANT, 999L));
    }

    @Test
    void aRecordOfOneMessageByAnEarlierVersionIsRead() {
        FieldWriter earlier = new FieldWriter().writeByte(2);
        GRANT.write(earlier);
        assertThat(JoinMessageBatch.isOne(earlier.toBytes())).isTrue();
        assertThat(read(earlier.toBytes())).containsExactly(tuple(GRANT, 5L));
    }

    @Test
    void aReKeyedTouchpointIsNoBatch() {
        assertThat(JoinMessageBatch.isOne(new byte[] {1, 2, 3})).isFalse();
        assertThat(JoinMessageBatch.isOne(new byte[0])).isFalse();
    }

    @Test
    void aDamagedBatchIsRejectedWithThePlace() {
        byte[] cut = HexFormat.of().parseHex(VERSION_3.substring(0, VERSION_3.length() - 4));
        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(StoredFormException.class)
                .hasMessageContaining("messages about identities, byte");
    }

    private static List<Tuple> read(byte[] value) {
        List<Tuple> messages = new ArrayList<>();
        JoinMessageBatch.read(value, 5, (message, causedAt) -> messages.add(tuple(message, causedAt)));
        return messages;
    }
}
