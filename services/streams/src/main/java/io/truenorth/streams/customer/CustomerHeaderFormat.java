package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.Interner;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.KindContribution;
import io.truenorth.relationship.score.Stage;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import io.truenorth.streams.customer.Attributes.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The binary format of a customer's header, version 2.
 *
 * <pre>
 * header    = 2, has due [, due at ], has indexed [, indexed at ], attributes, has published [, published ],
 *             has blocks, count, { identity, tail }
 * attributes = count, { name, value, occurred at, event id }
 * published = scored at, stage, detractor, contributions,
 *             count, { channel, kind, contributions }, count, { subject, advocacy }, count, { segment, value }
 * contributions = engagement, money, connectedness, reciprocity, sentiment, advocacy
 * </pre>
 *
 * <p>In version 1, all entries of the ledgers are in blocks, and the customer is indexed at the time at which they are due.
 */
final class CustomerHeaderFormat {
    private static final int VERSION = 2;
    /** Names that many customers have. */
    private static final Interner<String> NAMES = new Interner<>(100_000);

    private CustomerHeaderFormat() {}

    static byte[] write(CustomerHeader header) {
        FieldWriter out = new FieldWriter().writeByte(VERSION);
        writeOptional(out, header.dueAt());
        writeOptional(out, header.indexedAt());
        writeAttributes(out, header.attributes().byName());
        Published published = header.published();
        out.writeByte(published == null ? 0 : 1);
        if (published != null) {
            writePublished(out, published);
        }
        out.writeByte(header.hasBlocks() ? 1 : 0);
        out.writeLong(header.tails().size());
        header.tails().forEach((identity, tail) -> out.writeText(identity).writeBytes(tail));
        return out.toBytes();
    }

    private static void writeOptional(FieldWriter out, OptionalLong value) {
        out.writeByte(value.isPresent() ? 1 : 0);
        value.ifPresent(out::writeLong);
    }

    private static OptionalLong readOptional(FieldReader in) {
        return in.readByte() == 1 ? OptionalLong.of(in.readLong()) : OptionalLong.empty();
    }

    private static void writeAttributes(FieldWriter out, Map<String, Attribute> attributes) {
        out.writeLong(attributes.size());
        attributes.forEach((name, attribute) -> out.writeText(name)
                .writeText(attribute.value())
                .writeLong(attribute.occurredAt())
                .writeText(attribute.eventId()));
    }

    private static void writePublished(FieldWriter out, Published published) {
        out.writeLong(published.scoredAt());
        out.writeByte(published.stage().ordinal());
        out.writeByte(published.detractor() ? 1 : 0);
        writeContributions(out, published.contributions());
        out.writeLong(published.kinds().size());
        for (KindContribution kind : published.kinds()) {
            out.writeText(kind.channel()).writeText(kind.kind());
            writeContributions(out, kind.given());
        }
        out.writeLong(published.advocacyBySubject().size());
        new TreeMap<>(published.advocacyBySubject())
                .forEach((subject, advocacy) -> out.writeText(subject).writeLong(advocacy));
        out.writeLong(published.segments().size());
        new TreeMap<>(published.segments())
                .forEach((segment, value) -> out.writeText(segment).writeText(value));
    }

    private static void writeContributions(FieldWriter out, Contributions contributions) {
        for (Dimension dimension : Dimension.values()) {
            out.writeLong(contributions.of(dimension));
        }
    }

    /** Reads any supported version. */
    static CustomerHeader read(byte[] bytes) {
        FieldReader in = new FieldReader("header of a customer", bytes);
        int version = in.readByte();
        if (version != 1 && version != VERSION) {
            throw in.problem("expected version 1 or 2, was " + version);
        }
        OptionalLong dueAt = readOptional(in);
        OptionalLong indexedAt = version == 1 ? dueAt : readOptional(in);
        Attributes attributes = readAttributes(in);
        Published published = in.readByte() == 1 ? readPublished(in) : null;
        boolean hasBlocks = version == 1 || in.readByte() == 1;
        SortedMap<String, byte[]> tails = version == 1 ? new TreeMap<>() : readTails(in);
        in.expectEnd();
        return new CustomerHeader(attributes, published, dueAt, indexedAt, hasBlocks, tails);
    }

    private static SortedMap<String, byte[]> readTails(FieldReader in) {
        SortedMap<String, byte[]> tails = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            tails.put(in.readText(), in.readBytes());
        }
        return tails;
    }

    private static Attributes readAttributes(FieldReader in) {
        Map<String, Attribute> attributes = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            attributes.put(readName(in), new Attribute(in.readText(), in.readLong(), in.readText()));
        }
        return new Attributes(attributes);
    }

    private static @Nullable Published readPublished(FieldReader in) {
        long scoredAt = in.readLong();
        int stage = in.readByte();
        if (stage >= Stage.values().length) {
            throw in.problem("expected a stage, was " + stage);
        }
        boolean detractor = in.readByte() == 1;
        Contributions contributions = readContributions(in);
        List<KindContribution> kinds = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            kinds.add(KindContribution.of(readName(in), readName(in), readContributions(in)));
        }
        Map<String, Long> subjects = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            subjects.put(readName(in), in.readLong());
        }
        Map<String, String> segments = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            segments.put(readName(in), readName(in));
        }
        return new Published(scoredAt, Stage.values()[stage], detractor, contributions, kinds, subjects, segments);
    }

    private static String readName(FieldReader in) {
        return NAMES.shared(in.readText());
    }

    private static Contributions readContributions(FieldReader in) {
        return new Contributions(
                in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
