package io.truenorth.streams.identity;

import io.truenorth.identity.joining.CustomerMessage;
import io.truenorth.identity.joining.CustomerMessage.Apart;
import io.truenorth.identity.joining.CustomerMessage.Ask;
import io.truenorth.identity.joining.CustomerMessage.Connect;
import io.truenorth.identity.joining.CustomerMessage.Declined;
import io.truenorth.identity.joining.CustomerMessage.Erase;
import io.truenorth.identity.joining.CustomerMessage.Fold;
import io.truenorth.identity.joining.CustomerMessage.Grant;
import io.truenorth.identity.joining.CustomerMessage.Handover;
import io.truenorth.identity.joining.CustomerMessage.Linked;
import io.truenorth.identity.joining.CustomerMessage.Refuse;
import io.truenorth.identity.joining.CustomerMessage.Restore;
import io.truenorth.identity.joining.CustomerMessage.Split;
import io.truenorth.identity.joining.CustomerMessage.Transfer;
import io.truenorth.identity.joining.ErasureRequest;
import io.truenorth.identity.joining.NodeMessage;
import io.truenorth.identity.joining.NodeMessage.Label;
import io.truenorth.identity.joining.NodeMessage.Learnt;
import io.truenorth.identity.joining.NodeMessage.PassOn;
import io.truenorth.identity.joining.NodeMessage.Suppress;
import io.truenorth.identity.joining.RefusedLink;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.Map;

/**
 * The binary form of messages: a byte for the kind, then its fields in the order in which the records declare them. A
 * message to a customer is preceded by the version and the customer, one to a node by the version alone, as it names its
 * identity.
 *
 * <p>Kinds 24, 28 and 29 are those of identities that were never erased: they say nothing of suppressions and have epoch 0.
 */
final class JoinMessageFormat {
    private static final int LEARNT = 10;
    private static final int LABEL = 11;
    private static final int PASS_ON = 12;
    private static final int SUPPRESS = 13;
    private static final int FOLD = 20;
    private static final int LINKED = 21;
    private static final int SPLIT = 22;
    private static final int CONNECT = 23;
    private static final int ASK = 24;
    private static final int GRANT = 25;
    private static final int REFUSE = 26;
    private static final int HANDOVER = 27;
    private static final int RESTORE = 28;
    private static final int TRANSFER = 29;
    private static final int DECLINED = 30;
    private static final int APART = 31;
    private static final int ERASE = 32;
    private static final int TRANSFER_OF_EPOCH = 33;
    private static final int ASK_WITH_SUPPRESSIONS = 34;
    private static final int RESTORE_WITH_SUPPRESSIONS = 35;

    private JoinMessageFormat() {}

    static void write(FieldWriter out, NodeMessage message) {
        if (message instanceof Learnt learnt) {
            out.writeByte(LEARNT).writeText(learnt.identity()).writeText(learnt.customer());
            LinkFields.write(out, learnt.link());
            LinkFields.write(out, learnt.evidence());
        } else if (message instanceof Label label) {
            out.writeByte(LABEL)
                    .writeText(label.identity())
                    .writeLong(label.epoch())
                    .writeText(label.customer());
        } else if (message instanceof Suppress suppress) {
            out.writeByte(SUPPRESS);
            SuppressionFormat.write(out, Map.of(suppress.identity(), suppress.suppression()));
        } else if (message instanceof PassOn passed) {
            out.writeByte(PASS_ON).writeText(passed.identity());
            write(out, passed.message());
        }
    }

    static NodeMessage readToNode(FieldReader in) {
        int kind = in.readByte();
        return switch (kind) {
            case LEARNT ->
                new Learnt(in.readText(), in.readText(), LinkFields.readPair(in), LinkFields.readEvidence(in));
            case LABEL -> new Label(in.readText(), in.readLong(), in.readText());
            case SUPPRESS -> readSuppress(in);
            case PASS_ON -> new PassOn(in.readText(), readToCustomer(in));
            default -> throw in.problem("expected a kind of message to a node, was " + kind);
        };
    }

    private static Suppress readSuppress(FieldReader in) {
        Map.Entry<String, Suppression> only =
                SuppressionFormat.readAll(in).entrySet().iterator().next();
        return new Suppress(only.getKey(), only.getValue());
    }

    static void write(FieldWriter out, CustomerMessage message) {
        if (message instanceof Fold fold) {
            out.writeByte(FOLD).writeText(fold.identity());
            ContentFormat.write(out, fold.event());
        } else if (message instanceof Transfer transfer) {
            writeTransfer(out, transfer);
        } else if (message instanceof Linked linked) {
            out.writeByte(LINKED).writeText(linked.identity()).writeText(linked.other());
            LinkFields.write(out, linked.evidence());
        } else if (message instanceof Apart apart) {
            out.writeByte(APART).writeText(apart.identity()).writeText(apart.other());
        } else if (message instanceof Split split) {
            out.writeByte(SPLIT).writeText(split.identity());
            LinkFields.write(out, split.request());
        } else if (message instanceof Erase erase) {
            writeErase(out, erase);
        } else if (message instanceof Connect connect) {
            out.writeByte(CONNECT);
            LinkFields.write(out, connect.link());
            LinkFields.write(out, connect.evidence());
            out.writeText(connect.customer());
        } else if (message instanceof Ask ask) {
            writeAsk(out, ask);
        } else if (message instanceof Grant grant) {
            out.writeByte(GRANT).writeText(grant.customer());
        } else if (message instanceof Refuse refuse) {
            writeRefuse(out, refuse);
        } else if (message instanceof Declined declined) {
            out.writeByte(DECLINED);
            LinkFields.write(out, declined.refusal());
        } else if (message instanceof Handover handover) {
            out.writeByte(HANDOVER);
            LinkFields.writeLinks(out, handover.links());
            LinkFields.writeRefusals(out, handover.refusals());
        } else if (message instanceof Restore restore) {
            writeRestore(out, restore);
        }
    }

    private static void writeTransfer(FieldWriter out, Transfer transfer) {
        out.writeByte(transfer.epoch() == 0 ? TRANSFER : TRANSFER_OF_EPOCH).writeText(transfer.identity());
        if (transfer.epoch() != 0) {
            out.writeLong(transfer.epoch());
        }
        ContentFormat.write(out, transfer.part());
    }

    private static void writeErase(FieldWriter out, Erase erase) {
        ErasureRequest request = erase.request();
        out.writeByte(ERASE)
                .writeText(erase.identity())
                .writeText(request.id())
                .writeText(request.requestedBy())
                .writeLong(request.requestedAt())
                .writeByte(request.dropsLater() ? 1 : 0);
    }

    private static ErasureRequest readRequest(FieldReader in) {
        return new ErasureRequest(in.readText(), in.readText(), in.readLong(), in.readByte() == 1);
    }

    private static void writeRestore(FieldWriter out, Restore restore) {
        boolean plain = restore.suppressions().isEmpty();
        out.writeByte(plain ? RESTORE : RESTORE_WITH_SUPPRESSIONS);
        if (!plain) {
            SuppressionFormat.write(out, restore.suppressions());
        }
        LinkFields.writeMembers(out, restore.members());
        LinkFields.writeLinks(out, restore.links());
        LinkFields.writePairs(out, restore.barred());
    }

    private static Restore readRestore(FieldReader in, Map<String, Suppression> suppressions) {
        return new Restore(
                LinkFields.readMembers(in), LinkFields.readLinks(in), LinkFields.readPairs(in), suppressions);
    }

    private static void writeAsk(FieldWriter out, Ask ask) {
        boolean plain = ask.suppressions().isEmpty();
        out.writeByte(plain ? ASK : ASK_WITH_SUPPRESSIONS);
        if (!plain) {
            SuppressionFormat.write(out, ask.suppressions());
        }
        out.writeText(ask.customer());
        LinkFields.writeMembers(out, ask.members());
        LinkFields.writeLinks(out, ask.links());
        LinkFields.writePairs(out, ask.barred());
        LinkFields.write(out, ask.link());
        LinkFields.write(out, ask.evidence());
    }

    private static Ask readAsk(FieldReader in, Map<String, Suppression> suppressions) {
        return new Ask(
                in.readText(),
                LinkFields.readMembers(in),
                LinkFields.readLinks(in),
                LinkFields.readPairs(in),
                LinkFields.readPair(in),
                LinkFields.readEvidence(in),
                suppressions);
    }

    private static void writeRefuse(FieldWriter out, Refuse refuse) {
        RefusedLink refusal = refuse.refusal();
        out.writeByte(REFUSE).writeByte(refusal == null ? 0 : 1);
        if (refusal != null) {
            LinkFields.write(out, refusal);
        }
    }

    static CustomerMessage readToCustomer(FieldReader in) {
        int kind = in.readByte();
        return switch (kind) {
            case FOLD -> new Fold(in.readText(), ContentFormat.read(in));
            case TRANSFER -> new Transfer(in.readText(), 0, ContentFormat.read(in));
            case TRANSFER_OF_EPOCH -> new Transfer(in.readText(), in.readLong(), ContentFormat.read(in));
            case LINKED -> new Linked(in.readText(), in.readText(), LinkFields.readEvidence(in));
            case SPLIT -> new Split(in.readText(), LinkFields.readEvidence(in));
            case CONNECT -> new Connect(LinkFields.readPair(in), LinkFields.readEvidence(in), in.readText());
            case ERASE -> new Erase(in.readText(), readRequest(in));
            case ASK -> readAsk(in, Map.of());
            case ASK_WITH_SUPPRESSIONS -> readAsk(in, SuppressionFormat.readAll(in));
            case GRANT -> new Grant(in.readText());
            case REFUSE -> new Refuse(in.readByte() == 1 ? LinkFields.readRefusal(in) : null);
            case DECLINED -> new Declined(LinkFields.readRefusal(in));
            case APART -> new Apart(in.readText(), in.readText());
            case HANDOVER -> new Handover(LinkFields.readLinks(in), LinkFields.readRefusals(in));
            case RESTORE -> readRestore(in, Map.of());
            case RESTORE_WITH_SUPPRESSIONS -> readRestore(in, SuppressionFormat.readAll(in));
            default -> throw in.problem("expected a kind of message to a customer, was " + kind);
        };
    }
}
