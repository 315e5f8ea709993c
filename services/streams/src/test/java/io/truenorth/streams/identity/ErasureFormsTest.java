package io.truenorth.streams.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.joining.CustomerMessage;
import io.truenorth.identity.joining.CustomerMessage.Ask;
import io.truenorth.identity.joining.CustomerMessage.Erase;
import io.truenorth.identity.joining.CustomerMessage.Restore;
import io.truenorth.identity.joining.CustomerMessage.Transfer;
import io.truenorth.identity.joining.ErasureRequest;
import io.truenorth.identity.joining.Evidence;
import io.truenorth.identity.joining.IdentityPair;
import io.truenorth.identity.joining.NodeMessage.Suppress;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.bytes.FieldWriter;
import io.truenorth.streams.bytes.StoredFormException;
import io.truenorth.streams.identity.JoinMessage.ToCustomer;
import io.truenorth.streams.identity.JoinMessage.ToNode;
import io.truenorth.streams.identity.JoinMessage.ToPartition;
import io.truenorth.streams.identity.LedgerContent.SetAttribute;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The binary forms of erasures in messages and in the store; messages of before there were any are read. */
class ErasureFormsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final Suppression SUPPRESSION = new Suppression(1_772_366_400_000L, true, 3, List.of("q-1", "q-2"));
    private static final Suppression WITHOUT_ACTIVATION = SUPPRESSION.withActivationWithdrawn(1_772_359_200_000L);

    private static final IdentityPair LINK = IdentityPair.of("card:7", "crm:c-1");
    private static final Evidence EVIDENCE = new Evidence("shop", "e-1", 1_772_359_200_000L, false);

    private static Ask ask(Map<String, Suppression> suppressions) {
        return new Ask("card:7", Map.of("card:7", 3L), Map.of(), Set.of(), LINK, EVIDENCE, suppressions);
    }

    private static Restore restore(Map<String, Suppression> suppressions) {
        return new Restore(Map.of("card:7", 3L), Map.of(), Set.of(LINK), suppressions);
    }

    private static void assertForm(JoinMessage message, String hex) {
        assertThat(written(message)).isEqualTo(hex);
        assertThat(readMessage(hex)).isEqualTo(message);
    }

    /** As a record of one message, without the time that stands before each message of a batch. */
    private static String written(JoinMessage message) {
        FieldWriter out = new FieldWriter().writeByte(2);
        message.write(out);
        return HEX.formatHex(out.toBytes());
    }

    private static JoinMessage readMessage(String hex) {
        List<JoinMessage> messages = new ArrayList<>();
        JoinMessageBatch.read(HEX.parseHex(hex), 0, (message, causedAt) -> messages.add(message));
        return messages.get(0);
    }

    private static void assertForm(CustomerMessage message, String hex) {
        assertForm(new ToCustomer("crm:c-1", message), "02010e63726d3a632d31" + hex);
    }

    @Test
    void aSuppressionIsStoredWithoutAName() {
        assertStored(SUPPRESSION, "0280a8a894956701060406712d3106712d32");
        assertStored(WITHOUT_ACTIVATION, "0280a8a894956703060406712d3106712d3280b4b98d9567");
        assertThatThrownBy(() -> SuppressionFormat.fromBytes(new byte[] {9}))
                .isInstanceOf(StoredFormException.class)
                .hasMessageContaining("expected version 1 to 2, was 9");
        assertThatThrownBy(() -> SuppressionFormat.fromBytes(HEX.parseHex("0280a8a894956704060406712d3106712d32")))
                .isInstanceOf(StoredFormException.class)
                .hasMessageContaining("expected flags of a suppression, was 4");
    }

    private static void assertStored(Suppression suppression, String hex) {
        assertThat(HEX.formatHex(SuppressionFormat.toBytes(suppression))).isEqualTo(hex);
        assertThat(SuppressionFormat.fromBytes(HEX.parseHex(hex))).isEqualTo(suppression);
    }

    @Test
    void aSuppressionThatWasStoredInVersion1IsRead() {
        assertThat(SuppressionFormat.fromBytes(HEX.parseHex("0180a8a894956701060406712d3106712d32")))
                .isEqualTo(SUPPRESSION);
    }

    @Test
    void requestsAndSuppressionsTravel() {
        assertForm(
                new Erase("card:7", new ErasureRequest("q-1", "officer", 1_772_366_400_000L, true)),
                "200c636172643a3706712d310e6f66666963657280a8a894956701");
        assertForm(
                new ToNode(new Suppress("card:7", SUPPRESSION)),
                "02000d020c636172643a3780a8a894956701060406712d3106712d32");
        assertForm(
                new ToPartition("#4", Map.of(IdentityHash.of("card:7"), SUPPRESSION), true),
                "02030423340240373436333338633235653738633037386434616561316230386239386430353080a8a8949567"
                        + "01060406712d3106712d32");
        assertForm(
                new ToPartition("#4", Map.of(IdentityHash.of("card:7"), WITHOUT_ACTIVATION), false),
                "02040423340240373436333338633235653738633037386434616561316230386239386430353080a8a8949567"
                        + "03060406712d3106712d3280b4b98d9567");
    }

    @Test
    void whatGoesWithAnErasedIdentityIsWritten() {
        assertForm(
                ask(Map.of("card:7", SUPPRESSION)),
                "22020c636172643a3780a8a894956701060406712d3106712d320c636172643a37020c636172643a370600000c"
                        + "636172643a370e63726d3a632d310873686f7006652d3180b4b98d956700");
        assertForm(
                restore(Map.of("card:7", SUPPRESSION)),
                "23020c636172643a3780a8a894956701060406712d3106712d32020c636172643a370600020c636172643a370e"
                        + "63726d3a632d31");
    }

    @Test
    void theEpochOfATransferIsWritten() {
        Transfer transfer = transfer(3);
        String hex = "210c636172643a3706020a0200000000020c726567696f6e0a6e6f7274682206652d31";
        assertThat(written(new ToCustomer("crm:c-1", transfer))).isEqualTo("02010e63726d3a632d31" + hex);
        assertThat(read(hex)).isEqualTo(3);
    }

    @Test
    void messagesOfIdentitiesThatWereNeverErasedAreThoseOfBefore() {
        assertForm(
                ask(Map.of()),
                "180c636172643a37020c636172643a370600000c636172643a370e63726d3a632d310873686f7006652d3180b4"
                        + "b98d956700");
        assertForm(restore(Map.of()), "1c020c636172643a370600020c636172643a370e63726d3a632d31");
        assertThat(written(new ToCustomer("crm:c-1", transfer(0))))
                .isEqualTo("02010e63726d3a632d31"
                        + "1d0c636172643a37020a0200000000020c726567696f6e0a6e6f7274682206652d31");
        assertThat(read("1d0c636172643a37020a0200000000020c726567696f6e0a6e6f7274682206652d31"))
                .isZero();
    }

    private static Transfer transfer(long epoch) {
        return new Transfer(
                "card:7",
                epoch,
                new LedgerContent(new byte[] {2, 0, 0, 0, 0}, List.of(new SetAttribute("region", "north", 17, "e-1"))));
    }

    private static long read(String hex) {
        JoinMessage message = readMessage("02010e63726d3a632d31" + hex);
        return ((Transfer) ((ToCustomer) message).message()).epoch();
    }
}
