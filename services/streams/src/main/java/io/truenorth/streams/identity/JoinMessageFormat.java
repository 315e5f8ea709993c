package io.truenorth.streams.identity;

import io.truenorth.identity.joining.CustomerMessage;
import io.truenorth.identity.joining.CustomerMessage.Apart;
import io.truenorth.identity.joining.CustomerMessage.Ask;
import io.truenorth.identity.joining.CustomerMessage.Connect;
import io.truenorth.identity.joining.CustomerMessage.Declined;
import io.truenorth.identity.joining.CustomerMessage.Fold;
import io.truenorth.identity.joining.CustomerMessage.Grant;
import io.truenorth.identity.joining.CustomerMessage.Handover;
import io.truenorth.identity.joining.CustomerMessage.Linked;
import io.truenorth.identity.joining.CustomerMessage.Refuse;
import io.truenorth.identity.joining.CustomerMessage.Restore;
import io.truenorth.identity.joining.CustomerMessage.Split;
import io.truenorth.identity.joining.CustomerMessage.Transfer;
import io.truenorth.identity.joining.NodeMessage;
import io.truenorth.identity.joining.NodeMessage.Label;
import io.truenorth.identity.joining.NodeMessage.Learnt;
import io.truenorth.identity.joining.NodeMessage.PassOn;
import io.truenorth.identity.joining.RefusedLink;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;

/**
 * The binary form of messages: a byte for the kind, then its fields in the order in which the records declare them. A
 * message to a customer is preceded by the version and the customer, one to a node by the version alone, as it names its
 * identity.
 */
final class JoinMessageFormat {
    private static final int LEARNT = 10;
    private static final int LABEL = 11;
    private static final int PASS_ON = 12;
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
            case PASS_ON -> new PassOn(in.readText(), readToCustomer(in));
            default -> throw in.problem("expected a kind of message to a node, was " + kind);
        };
    }

    static void write(FieldWriter out, CustomerMessage message) {
        if (message instanceof Fold fold) {
            out.writeByte(FOLD).writeText(fold.identity());
            ContentFormat.write(out, fold.event());
        } else if (message instanceof Transfer transfer) {
            out.writeByte(TRANSFER).writeText(transfer.identity());
            ContentFormat.write(out, transfer.part());
        } else if (message instanceof Linked linked) {
            out.writeByte(LINKED).writeText(linked.identity()).writeText(linked.other());
            LinkFields.write(out, linked.evidence());
        } else if (message instanceof Apart apart) {
            out.writeByte(APART).writeText(apart.identity()).writeText(apart.other());
        } else if (message instanceof Split split) {
            out.writeByte(SPLIT).writeText(split.identity());
            LinkFields.write(out, split.request());
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
            out.writeByte(RESTORE);
            LinkFields.writeMembers(out, restore.members());
            LinkFields.writeLinks(out, restore.links());
            LinkFields.writePairs(out, restore.barred());
        }
    }

    private static void writeAsk(FieldWriter out, Ask ask) {
        out.writeByte(ASK).writeText(ask.customer());
        LinkFields.writeMembers(out, ask.members());
        LinkFields.writeLinks(out, ask.links());
        LinkFields.writePairs(out, ask.barred());
        LinkFields.write(out, ask.link());
        LinkFields.write(out, ask.evidence());
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
            case TRANSFER -> new Transfer(in.readText(), ContentFormat.read(in));
            case LINKED -> new Linked(in.readText(), in.readText(), LinkFields.readEvidence(in));
            case SPLIT -> new Split(in.readText(), LinkFields.readEvidence(in));
            case CONNECT -> new Connect(LinkFields.readPair(in), LinkFields.readEvidence(in), in.readText());
            case ASK ->
                new Ask(
                        in.readText(),
                        LinkFields.readMembers(in),
                        LinkFields.readLinks(in),
                        LinkFields.readPairs(in),
                        LinkFields.readPair(in),
                        LinkFields.readEvidence(in));
            case GRANT -> new Grant(in.readText());
            case REFUSE -> new Refuse(in.readByte() == 1 ? LinkFields.readRefusal(in) : null);
            case DECLINED -> new Declined(LinkFields.readRefusal(in));
            case APART -> new Apart(in.readText(), in.readText());
            case HANDOVER -> new Handover(LinkFields.readLinks(in), LinkFields.readRefusals(in));
            case RESTORE -> new Restore(LinkFields.readMembers(in), LinkFields.readLinks(in), LinkFields.readPairs(in));
            default -> throw in.problem("expected a kind of message to a customer, was " + kind);
        };
    }
}
