package io.truenorth.gateway.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.TranslationUnderTest;
import io.truenorth.gateway.event.KindNames;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries are known by the names that they send, of a source whose own channel is the store. */
class SenderLibrariesTest {

    private final TranslationUnderTest translation = new TranslationUnderTest(
            new SegmentTranslation("store", new KindNames(Map.of()), Optional.empty(), ConsentCategories.usual()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analytics-ios",
                "analytics-android",
                "analytics-kotlin",
                "analytics-swift",
                "analytics-react-native",
                "@segment/analytics-react-native",
                "analytics-flutter",
                "analytics_flutter",
                "Analytics.Xamarin",
                "com.rudderstack.android.sdk.core",
                "com.rudderstack.sdk.kotlin.android",
                "rudder-ios-library",
                "rudder-sdk-swift",
                "rudder-unity-library",
                "RudderLabs Flutter SDK",
                "RudderLabs React Native SDK"
            })
    void aLibraryForPhonesIsTheCustomerInTheApp(String library) {
        assertThat(identified("", library))
                .returns("app", Touchpoint::getChannel)
                .returns(Direction.IN, Touchpoint::getDirection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analytics.js",
                "@segment/analytics-next",
                "RudderLabs JavaScript SDK",
                "analytics-service-worker",
                "rudder-sdk-js"
            })
    void aLibraryForBrowsersIsTheCustomerOnTheWeb(String library) {
        assertThat(identified("", library))
                .returns("web", Touchpoint::getChannel)
                .returns(Direction.IN, Touchpoint::getDirection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@segment/analytics-node",
                "analytics-node",
                "@expo/rudder-sdk-node",
                "analytics-java",
                "analytics-python",
                "rudder-analytics-python",
                "analytics-ruby",
                "analytics-php",
                "analytics-go",
                "Analytics-CSharp",
                "Analytics.NET",
                "analytics-kiosk",
                "posthog-ios"
            })
    void anyOtherLibraryIsAServerOnTheChannelOfTheSource(String library) {
        assertThat(identified("", library))
                .returns("store", Touchpoint::getChannel)
                .returns(Direction.OUT, Touchpoint::getDirection);
    }

    @Test
    void theChannelThatALibraryStatesComesBeforeItsName() {
        assertThat(identified("mobile", "of our own").getChannel()).isEqualTo("app");
        assertThat(identified("web", "of our own").getChannel()).isEqualTo("web");
        assertThat(identified("server", "analytics-android").getDirection()).isEqualTo(Direction.OUT);
        assertThat(identified("sources", "analytics-android").getChannel()).isEqualTo("app");
    }

    @Test
    void whatRudderStackIdentifiesWithStandsInTheContext() {
        Touchpoint touch = translation.touchpoint("""
                {"type": "identify", "channel": "mobile", "userId": "u-1", "anonymousId": "a-1", "messageId": "m-1",
                 "originalTimestamp": "2026-03-01T10:00:00.000Z", "sentAt": "2026-03-01T11:00:00.000Z",
                 "integrations": {"All": true}, "event": "identify",
                 "context": {"library": {"name": "com.rudderstack.android.sdk.core", "version": "1.25.0"},
                   "traits": {"anonymousId": "a-1", "userId": "u-1", "id": "u-1", "email": "ann@example.org", "plan": "premium"}}}""", Map.of());

        assertThat(touch.getAttributes()).isEqualTo(Map.of("plan", "premium"));
        assertThat(touch.getIdentities())
                .extracting(identity -> identity.getNamespace())
                .containsExactly("user", "email", "anonymous");
        assertThat(TranslationUnderTest.ARRIVAL.toEpochMilli() - touch.getOccurredAt())
                .isEqualTo(3_600_000);
    }

    private Touchpoint identified(String channel, String library) {
        return translation.touchpoint(
                "{\"type\": \"identify\", \"userId\": \"u-1\", \"channel\": \"" + channel
                        + "\", \"context\": {\"library\": {\"name\": \"" + library + "\"}}}",
                Map.of());
    }
}
