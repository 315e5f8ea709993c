package io.truenorth.streams.customer;

import io.truenorth.identity.joining.IdentityRanking;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.ArrayList;
import java.util.List;

/** The binary form of an order of namespaces: version, count, { namespace }. */
final class RankingFormat {
    private static final int VERSION = 1;

    private RankingFormat() {}

    static byte[] write(IdentityRanking ranking) {
        FieldWriter out = new FieldWriter()
                .writeByte(VERSION)
                .writeLong(ranking.namespaces().size());
        ranking.namespaces().forEach(out::writeText);
        return out.toBytes();
    }

    static IdentityRanking read(byte[] bytes) {
        FieldReader in = new FieldReader("order of namespaces", bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw in.problem("expected version " + VERSION + ", was " + version);
        }
        List<String> namespaces = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            namespaces.add(in.readText());
        }
        in.expectEnd();
        return new IdentityRanking(namespaces);
    }
}
