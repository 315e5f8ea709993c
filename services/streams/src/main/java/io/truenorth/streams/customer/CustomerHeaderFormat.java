package io.truenorth.streams.customer;

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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The binary format of a customer's header, version 1.
 *
 * <pre>
 * header    = 1, has due [, due at ], attributes, has published [, published ]
 * attributes = count, { name, value, occurred at, event id }
 * published = scored at, stage, detractor, contributions,
 *             count, { channel, kind, contributions }, count, { subject, advocacy }, count, { segment, value }
 * contributions = engagement, money, connectedness, reciprocity, sentiment, advocacy
 * </pre>
 */
final class CustomerHeaderFormat {
    private static final int VERSION = 1;

    private CustomerHeaderFormat() {}

    static byte[] write(CustomerHeader header) {
        FieldWriter out = new FieldWriter().writeByte(VERSION);
        out.writeByte(header.dueAt().isPresent() ? 1 : 0);
        header.dueAt().ifPresent(out::writeLong);
        writeAttributes(out, header.attributes().byName());
        Published published = header.published();
        out.writeByte(published == null ? 0 : 1);
        if (published != null) {
            writePublished(out, published);
        }
        return out.toBytes();
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
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        OptionalLong dueAt = in.readByte() == 1 ? OptionalLong.of(in.readLong()) : OptionalLong.empty();
        Attributes attributes = readAttributes(in);
        Published published = in.readByte() == 1 ? readPublished(in) : null;
        in.expectEnd();
        return new CustomerHeader(attributes, published, dueAt);
    }

    private static Attributes readAttributes(FieldReader in) {
        Map<String, Attribute> attributes = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            attributes.put(in.readText(), new Attribute(in.readText(), in.readLong(), in.readText()));
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
            kinds.add(new KindContribution(in.readText(), in.readText(), readContributions(in)));
        }
        Map<String, Long> subjects = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            subjects.put(in.readText(), in.readLong());
        }
        Map<String, String> segments = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            segments.put(in.readText(), in.readText());
        }
        return new Published(
                scoredAt, Stage.values()[stage], detractor, contributions, List.copyOf(kinds), subjects, segments);
    }

    private static Contributions readContributions(FieldReader in) {
        return new Contributions(
                in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
