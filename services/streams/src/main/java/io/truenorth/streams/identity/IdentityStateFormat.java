package io.truenorth.streams.identity;

import io.truenorth.identity.joining.CustomerIdentities;
import io.truenorth.identity.joining.CustomerIdentities.State;
import io.truenorth.identity.joining.CustomerMessage;
import io.truenorth.identity.joining.IdentityNode;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The binary form of what is kept under a key of its identity and its customer, where anything is.
 *
 * <pre>
 * state    = node, customer
 * node     = epoch, customer, asked, count, { identity reported }
 * customer = optional redirect, optional waits for, members, links, barred, refusals, refused, count, { message }
 * optional = 0 | 1, text
 * </pre>
 */
final class IdentityStateFormat {
    private IdentityStateFormat() {}

    static void write(FieldWriter out, IdentityNode node, CustomerIdentities customer) {
        out.writeLong(node.epoch()).writeText(node.customer()).writeLong(node.asked());
        out.writeLong(node.reported().size());
        new TreeSet<>(node.reported()).forEach(out::writeText);
        State state = customer.state();
        writeOptional(out, state.redirect());
        writeOptional(out, state.waitsFor());
        LinkFields.writeMembers(out, state.members());
        LinkFields.writeLinks(out, state.links());
        LinkFields.writePairs(out, state.barred());
        LinkFields.writeRefusals(out, state.refusals());
        out.writeLong(state.refused());
        out.writeLong(state.queue().size());
        state.queue().forEach(message -> JoinMessageFormat.write(out, message));
    }

    private static void writeOptional(FieldWriter out, @Nullable String text) {
        out.writeByte(text == null ? 0 : 1);
        if (text != null) {
            out.writeText(text);
        }
    }

    private static @Nullable String readOptional(FieldReader in) {
        return in.readByte() == 1 ? in.readText() : null;
    }

    static IdentityNode readNode(String identity, FieldReader in) {
        long epoch = in.readLong();
        String customer = in.readText();
        long asked = in.readLong();
        List<String> reported = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            reported.add(in.readText());
        }
        return IdentityNode.restored(identity, epoch, customer, asked, reported);
    }

    static CustomerIdentities readCustomer(String id, FieldReader in) {
        String redirect = readOptional(in);
        String waitsFor = readOptional(in);
        var members = LinkFields.readMembers(in);
        var links = LinkFields.readLinks(in);
        var barred = LinkFields.readPairs(in);
        var refusals = LinkFields.readRefusals(in);
        long refused = in.readLong();
        List<CustomerMessage> queue = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            queue.add(JoinMessageFormat.readToCustomer(in));
        }
        return CustomerIdentities.restored(
                id, new State(members, links, barred, refusals, queue, redirect, waitsFor, refused));
    }
}
