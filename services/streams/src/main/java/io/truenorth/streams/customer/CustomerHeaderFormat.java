package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.Interner;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.KindContribution;
import io.truenorth.relationship.score.Stage;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import io.truenorth.streams.consent.ConsentFields;
import io.truenorth.streams.consent.IdentityConsents;
import io.truenorth.streams.customer.Attributes.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The binary format of a customer's header, version 5.
 *
 * <pre>
 * header     = 5, attributes, has published [, published ], has due [, due at − base ], has indexed [, indexed at − base ],
 *              has blocks, count, { identity, tail }, has identities [, identities ], consents, see {@link ConsentFields}
 * attributes = count, { identity, count, { name, value, occurred at, event id } }
 * published  = scored at, stage, flags: 1 detractor, 2 activation, kinds, rest, reciprocity, sentiment,
 *              count, { subject, advocacy }, count, { segment, value }
 * kinds      = count, { channel, kind, split }
 * rest, split = engagement, money, connectedness, advocacy
 * </pre>
 *
 * <p>{@code base} is the time of the published score, or 0. {@code rest} is the difference between the contributions of the
 * score and the sums over its kinds: 0, as a score is split exactly.
 *
 * <p>In version 4 there are no {@code consents}, and no score may be used outside the system. In version 3, attributes are those of the customer as a whole, and there are no {@code identities}. In versions before
 * that the times come first and are absolute, and all contributions of a score and its kinds are written. In
 * version 1, all entries of the ledgers are in blocks, and the customer is indexed at the time at which they are due.
 */
final class CustomerHeaderFormat {
    private static final int VERSION = 5;
    private static final int FIRST_COMPACT = 3;
    private static final int FIRST_BY_IDENTITY = 4;
    private static final int DETRACTOR = 1;
    private static final int ACTIVATION = 2;
    /** Names that many customers have. */
    private static final Interner<String> NAMES = new Interner<>(100_000);

    private static final Contributions NOTHING = new Contributions(0, 0, 0, 0, 0, 0);

    private CustomerHeaderFormat() {}

    static byte[] write(CustomerHeader header) {
        FieldWriter out = new FieldWriter().writeByte(VERSION);
        writeAttributes(out, header.attributes());
        Published published = header.published();
        out.writeByte(published == null ? 0 : 1);
        if (published != null) {
            writePublished(out, published);
        }
        long base = published == null ? 0 : published.scoredAt();
        writeOptional(out, header.dueAt(), base);
        writeOptional(out, header.indexedAt(), base);
        out.writeByte(header.hasBlocks() ? 1 : 0);
        out.writeLong(header.tails().size());
        header.tails().forEach((identity, tail) -> out.writeText(identity).writeBytes(tail));
        byte[] identities = header.identities();
        out.writeByte(identities == null ? 0 : 1);
        if (identities != null) {
            out.writeBytes(identities);
        }
        ConsentFields.write(out, header.consents());
        return out.toBytes();
    }

    private static void writeOptional(FieldWriter out, OptionalLong value, long base) {
        out.writeByte(value.isPresent() ? 1 : 0);
        value.ifPresent(time -> out.writeLong(time - base));
    }

    private static OptionalLong readOptional(FieldReader in, long base) {
        return in.readByte() == 1 ? OptionalLong.of(in.readLong() + base) : OptionalLong.empty();
    }

    private static void writeAttributes(FieldWriter out, IdentityAttributes attributes) {
        out.writeLong(attributes.byIdentity().size());
        attributes.byIdentity().forEach((identity, ofIdentity) -> {
            out.writeText(identity);
            writeAttributes(out, ofIdentity.byName());
        });
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
        out.writeByte((published.detractor() ? DETRACTOR : 0) | (published.activation() ? ACTIVATION : 0));
        out.writeLong(published.kinds().size());
        for (KindContribution kind : published.kinds()) {
            out.writeText(kind.channel()).writeText(kind.kind());
            writeSplit(out, kind.engagement(), kind.money(), kind.connectedness(), kind.advocacy());
        }
        Contributions all = published.contributions();
        Contributions split = sum(published.kinds());
        writeSplit(
                out,
                all.engagement() - split.engagement(),
                all.money() - split.money(),
                all.connectedness() - split.connectedness(),
                all.advocacy() - split.advocacy());
        out.writeLong(all.reciprocity()).writeLong(all.sentiment());
        out.writeLong(published.advocacyBySubject().size());
        new TreeMap<>(published.advocacyBySubject())
                .forEach((subject, advocacy) -> out.writeText(subject).writeLong(advocacy));
        out.writeLong(published.segments().size());
        new TreeMap<>(published.segments())
                .forEach((segment, value) -> out.writeText(segment).writeText(value));
    }

    private static void writeSplit(FieldWriter out, long engagement, long money, long connectedness, long advocacy) {
        out.writeLong(engagement).writeLong(money).writeLong(connectedness).writeLong(advocacy);
    }

    private static Contributions sum(List<KindContribution> kinds) {
        long engagement = 0;
        long money = 0;
        long connectedness = 0;
        long advocacy = 0;
        for (KindContribution kind : kinds) {
            engagement += kind.engagement();
            money += kind.money();
            connectedness += kind.connectedness();
            advocacy += kind.advocacy();
        }
        return new Contributions(engagement, money, connectedness, 0, 0, advocacy);
    }

    /** Reads any supported version. */
    static CustomerHeader read(byte[] bytes) {
        FieldReader in = new FieldReader("header of a customer", bytes);
        int version = in.readByte();
        if (version < 1 || version > VERSION) {
            throw in.problem("expected version 1 to " + VERSION + ", was " + version);
        }
        CustomerHeader header = version < FIRST_COMPACT ? readEarlier(in, version) : readCurrent(in, version);
        in.expectEnd();
        return header;
    }

    private static CustomerHeader readEarlier(FieldReader in, int version) {
        OptionalLong dueAt = readOptional(in, 0);
        OptionalLong indexedAt = version == 1 ? dueAt : readOptional(in, 0);
        IdentityAttributes attributes = readOwnAttributes(in);
        Published published = in.readByte() == 1 ? readPublished(in, version) : null;
        boolean hasBlocks = version == 1 || in.readByte() == 1;
        return new CustomerHeader(
                attributes,
                new IdentityConsents(),
                published,
                dueAt,
                indexedAt,
                hasBlocks,
                version == 1 ? new TreeMap<>() : readTails(in),
                null);
    }

    private static CustomerHeader readCurrent(FieldReader in, int version) {
        IdentityAttributes attributes =
                version < FIRST_BY_IDENTITY ? readOwnAttributes(in) : readAttributesByIdentity(in);
        Published published = in.readByte() == 1 ? readPublished(in, version) : null;
        long base = published == null ? 0 : published.scoredAt();
        OptionalLong dueAt = readOptional(in, base);
        OptionalLong indexedAt = readOptional(in, base);
        boolean hasBlocks = in.readByte() == 1;
        SortedMap<String, byte[]> tails = readTails(in);
        byte[] identities = version >= FIRST_BY_IDENTITY && in.readByte() == 1 ? in.readBytes() : null;
        IdentityConsents consents = version < VERSION ? new IdentityConsents() : ConsentFields.read(in);
        return new CustomerHeader(attributes, consents, published, dueAt, indexedAt, hasBlocks, tails, identities);
    }

    private static SortedMap<String, byte[]> readTails(FieldReader in) {
        SortedMap<String, byte[]> tails = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            tails.put(in.readText(), in.readBytes());
        }
        return tails;
    }

    private static IdentityAttributes readAttributesByIdentity(FieldReader in) {
        IdentityAttributes attributes = new IdentityAttributes();
        for (int left = in.readCount(); left > 0; left--) {
            attributes.put(in.readText(), readAttributes(in));
        }
        return attributes;
    }

    private static IdentityAttributes readOwnAttributes(FieldReader in) {
        IdentityAttributes attributes = new IdentityAttributes();
        Attributes own = readAttributes(in);
        if (!own.byName().isEmpty()) {
            attributes.put("", own);
        }
        return attributes;
    }

    private static Attributes readAttributes(FieldReader in) {
        Map<String, Attribute> attributes = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            attributes.put(readName(in), new Attribute(in.readText(), in.readLong(), in.readText()));
        }
        return new Attributes(attributes);
    }

    private static Published readPublished(FieldReader in, int version) {
        long scoredAt = in.readLong();
        int stage = in.readByte();
        if (stage >= Stage.values().length) {
            throw in.problem("expected a stage, was " + stage);
        }
        int flags = in.readByte();
        Contributions all = version < FIRST_COMPACT ? readContributions(in) : NOTHING;
        List<KindContribution> kinds = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            kinds.add(KindContribution.of(
                    readName(in), readName(in), version < FIRST_COMPACT ? readContributions(in) : readSplit(in)));
        }
        Contributions contributions = version < FIRST_COMPACT ? all : readRest(in, sum(kinds));
        Map<String, Long> subjects = new TreeMap<>();
        Map<String, String> segments = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            subjects.put(readName(in), in.readLong());
        }
        for (int left = in.readCount(); left > 0; left--) {
            segments.put(readName(in), readName(in));
        }
        return new Published(
                scoredAt,
                Stage.values()[stage],
                (flags & DETRACTOR) != 0,
                (flags & ACTIVATION) != 0,
                contributions,
                kinds,
                subjects,
                segments);
    }

    private static Contributions readSplit(FieldReader in) {
        return new Contributions(in.readLong(), in.readLong(), in.readLong(), 0, 0, in.readLong());
    }

    private static Contributions readRest(FieldReader in, Contributions split) {
        Contributions rest = readSplit(in);
        return new Contributions(
                split.engagement() + rest.engagement(),
                split.money() + rest.money(),
                split.connectedness() + rest.connectedness(),
                in.readLong(),
                in.readLong(),
                split.advocacy() + rest.advocacy());
    }

    private static String readName(FieldReader in) {
        return NAMES.shared(in.readText());
    }

    private static Contributions readContributions(FieldReader in) {
        return new Contributions(
                in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
