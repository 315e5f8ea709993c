package io.truenorth.streams.identity;

import io.truenorth.identity.joining.Evidence;
import io.truenorth.identity.joining.IdentityPair;
import io.truenorth.identity.joining.RefusalReason;
import io.truenorth.identity.joining.RefusedLink;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The binary form of what messages and state have in common.
 *
 * <pre>
 * pair     = first, second
 * evidence = source, event id, at, flags: 1 by hand, 2 a request on its way
 * links    = count, { pair, evidence }
 * members  = count, { identity, epoch }
 * refusal  = pair, evidence, reason
 * </pre>
 */
final class LinkFields {
    private static final int BY_HAND = 1;
    private static final int REQUEST = 2;

    private LinkFields() {}

    static void write(FieldWriter out, IdentityPair pair) {
        out.writeText(pair.first()).writeText(pair.second());
    }

    static IdentityPair readPair(FieldReader in) {
        return IdentityPair.of(in.readText(), in.readText());
    }

    static void write(FieldWriter out, Evidence evidence) {
        out.writeText(evidence.source())
                .writeText(evidence.eventId())
                .writeLong(evidence.at())
                .writeByte((evidence.byHand() ? BY_HAND : 0) | (evidence.isRequest() ? REQUEST : 0));
    }

    static Evidence readEvidence(FieldReader in) {
        String source = in.readText();
        String eventId = in.readText();
        long at = in.readLong();
        int flags = in.readByte();
        return new Evidence(source, eventId, at, (flags & BY_HAND) != 0, (flags & REQUEST) != 0);
    }

    static void writeLinks(FieldWriter out, Map<IdentityPair, Evidence> links) {
        out.writeLong(links.size());
        new TreeMap<>(links).forEach((pair, evidence) -> {
            write(out, pair);
            write(out, evidence);
        });
    }

    static Map<IdentityPair, Evidence> readLinks(FieldReader in) {
        Map<IdentityPair, Evidence> links = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            links.put(readPair(in), readEvidence(in));
        }
        return links;
    }

    static void writePairs(FieldWriter out, Set<IdentityPair> pairs) {
        out.writeLong(pairs.size());
        new TreeSet<>(pairs).forEach(pair -> write(out, pair));
    }

    static Set<IdentityPair> readPairs(FieldReader in) {
        Set<IdentityPair> pairs = new TreeSet<>();
        for (int left = in.readCount(); left > 0; left--) {
            pairs.add(readPair(in));
        }
        return pairs;
    }

    static void writeMembers(FieldWriter out, Map<String, Long> members) {
        out.writeLong(members.size());
        new TreeMap<>(members)
                .forEach((identity, epoch) -> out.writeText(identity).writeLong(epoch));
    }

    static Map<String, Long> readMembers(FieldReader in) {
        Map<String, Long> members = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            members.put(in.readText(), in.readLong());
        }
        return members;
    }

    static void write(FieldWriter out, RefusedLink refusal) {
        write(out, refusal.link());
        write(out, refusal.evidence());
        out.writeText(refusal.reason().name());
    }

    static RefusedLink readRefusal(FieldReader in) {
        return new RefusedLink(readPair(in), readEvidence(in), RefusalReason.valueOf(in.readText()));
    }

    static void writeRefusals(FieldWriter out, Collection<RefusedLink> refusals) {
        out.writeLong(refusals.size());
        refusals.forEach(refusal -> write(out, refusal));
    }

    static List<RefusedLink> readRefusals(FieldReader in) {
        List<RefusedLink> refusals = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            refusals.add(readRefusal(in));
        }
        return refusals;
    }
}
