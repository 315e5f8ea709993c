package io.truenorth.streams.query;

import io.truenorth.streams.customer.CustomerQueries;
import io.truenorth.streams.store.WrittenEntries;
import io.truenorth.streams.topology.TouchpointTopology;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.internals.StateStoreProvider;

/** Where partitions are, by the metadata of Kafka Streams. */
public final class StreamsPartitionLocator implements PartitionLocator {
    private final KafkaStreams streams;
    private final HostInfo here;
    private final String process;
    private final String touchpoints;
    private final int partitions;
    private final Function<ReadOnlyKeyValueStore<Bytes, byte[]>, CustomerQueries> queries;

    /**
     * A locator.
     *
     * @param here where this process answers, as it advertises itself
     * @param process names this run of this process, unlike any other
     * @param touchpoints the topic whose partitions these are
     * @param partitions how many it has
     * @param queries creates the queries on the entries of a partition
     */
    public StreamsPartitionLocator(
            KafkaStreams streams,
            HostInfo here,
            String process,
            String touchpoints,
            int partitions,
            Function<ReadOnlyKeyValueStore<Bytes, byte[]>, CustomerQueries> queries) {
        this.streams = streams;
        this.here = here;
        this.process = process;
        this.touchpoints = touchpoints;
        this.partitions = partitions;
        this.queries = queries;
    }

    @Override
    public PartitionLocation ofCustomer(String customer) {
        KeyQueryMetadata metadata = queried(() -> streams.queryMetadataForKey(
                TouchpointTopology.CUSTOMERS, customer, Serdes.String().serializer()));
        if (metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw NotReady.because("partitions are being assigned");
        }
        return location(metadata.partition(), metadata.activeHost());
    }

    @Override
    public PartitionLocation ofPartition(int partition) {
        TopicPartition wanted = new TopicPartition(touchpoints, partition);
        HostInfo host = queried(streams::metadataForAllStreamsClients).stream()
                .filter(instance -> instance.topicPartitions().contains(wanted))
                .map(StreamsMetadata::hostInfo)
                .findFirst()
                .orElseThrow(() -> NotReady.because("partition " + partition + " is being assigned"));
        return location(partition, host);
    }

    @Override
    public int partitions() {
        return partitions;
    }

    private PartitionLocation location(int partition, HostInfo host) {
        if (!here.equals(host)) {
            return new PartitionLocation.Remote(URI.create("http://" + host.host() + ":" + host.port()));
        }
        WrittenEntries written = queried(() -> streams.store(
                StoreQueryParameters.fromNameAndType(TouchpointTopology.CUSTOMERS, new WrittenEntriesType())
                        .withPartition(partition)));
        return new PartitionLocation.Local(queries.apply(written.entries()), process + "/" + written.epoch());
    }

    private static <T> T queried(Supplier<T> query) {
        try {
            return query.get();
        } catch (InvalidStateStoreException e) {
            throw NotReady.because("the partition is not here, or not restored yet");
        } catch (IllegalStateException e) {
            throw NotReady.because("the service is starting or stopping");
        }
    }

    /** Finds the write-behind store of the one partition that is asked for. */
    private static final class WrittenEntriesType implements QueryableStoreType<WrittenEntries> {
        @Override
        public boolean accepts(StateStore store) {
            return store instanceof WrittenEntries;
        }

        @Override
        public WrittenEntries create(StateStoreProvider provider, String storeName) {
            return provider.stores(storeName, this).get(0);
        }
    }
}
