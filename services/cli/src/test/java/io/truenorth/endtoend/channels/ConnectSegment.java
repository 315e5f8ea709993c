package io.truenorth.endtoend.channels;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.AliasMessage;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.MessageBuilder;
import com.segment.analytics.messages.PageMessage;
import com.segment.analytics.messages.ScreenMessage;
import com.segment.analytics.messages.TrackMessage;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What a shop in Java does, with the library of Segment as it is. */
final class ConnectSegment {

    private ConnectSegment() {}

    static void order(URI gatewayUrl, String writeKey) {
        // docs:
        Analytics analytics =
                Analytics.builder(writeKey).endpoint(gatewayUrl.toString()).build();
        analytics.enqueue(IdentifyMessage.builder().userId("java-1").traits(Map.of("region", "south")));
        analytics.enqueue(TrackMessage.builder("Order Completed")
                .userId("java-1")
                .properties(Map.of("revenue", 25, "currency", "EUR")));
        analytics.flush();
        // :docs
        for (MessageBuilder<?, ?> message : List.of(
                PageMessage.builder("Home").userId("java-1"),
                ScreenMessage.builder("Cart").userId("java-1"),
                GroupMessage.builder("g-1").userId("java-1"),
                AliasMessage.builder("visitor-1").userId("java-1"))) {
            analytics.enqueue(message);
        }
        analytics.flush();
        analytics.shutdown();
    }
}
