package io.truenorth.streams.decode;

import io.truenorth.contract.Consent;
import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.serde.DirectDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads touchpoints that were written with the contract's present schema; names that many touchpoints share are decoded
 * once. Not thread-safe.
 */
public final class TouchpointFields implements DirectDecoder<Touchpoint> {
    private static final Direction[] DIRECTIONS = Direction.values();

    private final SharedTexts names = new SharedTexts();
    private final SharedTexts values = new SharedTexts();

    /** Texts by their bytes; of more than {@link #MOST}, the later ones are decoded each time. */
    private static final class SharedTexts {
        private static final int MOST = 10_000;

        private final Map<Utf8, String> known = new HashMap<>();
        private Utf8 bytes = new Utf8();

        String read(Decoder body) throws IOException {
            bytes = body.readString(bytes);
            String text = known.get(bytes);
            if (text == null) {
                text = bytes.toString();
                if (known.size() < MOST) {
                    known.put(new Utf8(bytes), text);
                }
            }
            return text;
        }
    }

    /** Creates a decoder. */
    public TouchpointFields() {}

    @Override
    public void decode(Decoder body, Touchpoint into) throws IOException {
        if (into.getIdentities() == null) {
            addCollections(into);
        }
        into.setEventId(body.readString());
        readIdentities(body, into.getIdentities());
        into.setOccurredAt(body.readLong());
        into.setReceivedAt(body.readLong());
        into.setChannel(names.read(body));
        into.setKind(names.read(body));
        into.setSubject(names.read(body));
        into.setDirection(DIRECTIONS[body.readEnum()]);
        into.setSentiment(isNull(body) ? null : (Double) body.readDouble());
        into.setMoney(isNull(body) ? null : new Money(body.readLong(), names.read(body)));
        readTexts(body, into.getAttributes());
        into.setSource(names.read(body));
        into.setRetracts(isNull(body) ? null : body.readString());
        into.setRevision(body.readInt());
        readReferences(body, into.getReferences());
        into.setConsent(isNull(body) ? null : new Consent(readFlag(body), readFlag(body)));
        readTexts(body, into.getContext());
    }

    private static void addCollections(Touchpoint blank) {
        blank.setIdentities(new ArrayList<>());
        blank.setAttributes(new HashMap<>());
        blank.setReferences(new ArrayList<>());
        blank.setContext(new HashMap<>());
    }

    /** Reads the index of a union of null and another type. */
    private static boolean isNull(Decoder body) throws IOException {
        int index = body.readIndex();
        if (index < 0 || index > 1) {
            throw new IOException("a union has no type " + index);
        }
        return index == 0;
    }

    private static @Nullable Boolean readFlag(Decoder body) throws IOException {
        return isNull(body) ? null : (Boolean) body.readBoolean();
    }

    private void readIdentities(Decoder body, List<Identity> identities) throws IOException {
        identities.clear();
        for (long count = body.readArrayStart(); count > 0; count = body.arrayNext()) {
            for (long left = count; left > 0; left--) {
                identities.add(new Identity(names.read(body), body.readString()));
            }
        }
    }

    private void readReferences(Decoder body, List<Reference> references) throws IOException {
        references.clear();
        for (long count = body.readArrayStart(); count > 0; count = body.arrayNext()) {
            for (long left = count; left > 0; left--) {
                references.add(new Reference(names.read(body), body.readString()));
            }
        }
    }

    private void readTexts(Decoder body, Map<String, String> texts) throws IOException {
        texts.clear();
        for (long count = body.readMapStart(); count > 0; count = body.mapNext()) {
            for (long left = count; left > 0; left--) {
                texts.put(names.read(body), values.read(body));
            }
        }
    }
}
