package io.truenorth.benchmarks.flink;

import io.truenorth.benchmarks.contender.Relationship;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes the state of a customer in its own binary format, after the length. */
final class RelationshipSerializer extends TypeSerializerSingleton<Relationship> {
    static final RelationshipSerializer INSTANCE = new RelationshipSerializer();

    private static final long serialVersionUID = 1L;
    private static final int VARIABLE_LENGTH = -1;

    private RelationshipSerializer() {}

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public Relationship createInstance() {
        return new Relationship();
    }

    @Override
    public Relationship copy(Relationship from) {
        return Relationship.fromBytes(from.toBytes());
    }

    @Override
    public Relationship copy(Relationship from, Relationship reuse) {
        return copy(from);
    }

    @Override
    public int getLength() {
        return VARIABLE_LENGTH;
    }

    @Override
    public void serialize(Relationship relationship, DataOutputView target) throws IOException {
        byte[] bytes = relationship.toBytes();
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    @Override
    public Relationship deserialize(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return Relationship.fromBytes(bytes);
    }

    @Override
    public Relationship deserialize(Relationship reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        int length = source.readInt();
        target.writeInt(length);
        target.write(source, length);
    }

    @Override
    public TypeSerializerSnapshot<Relationship> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The form in which Flink remembers which serializer wrote a state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Relationship> {
        /** Called by Flink. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
