package io.truenorth.service.kafka;

import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.config.ConfigSection;
import java.util.Map;

/**
 * The schema registry and the settings of its client.
 *
 * @param url base URL of its Confluent-compatible API; several separated by commas; {@code mock://scope} in tests
 * @param properties properties of Confluent's client; may contain passwords
 */
public record RegistryConfig(String url, Map<String, String> properties) {

    /** The properties are copied. */
    public RegistryConfig {
        properties = Map.copyOf(properties);
    }

    /** A registry without client properties. */
    public static RegistryConfig at(String url) {
        return new RegistryConfig(url, Map.of());
    }

    /** Reads the section {@code registry} of a configuration. */
    public static RegistryConfig read(ConfigSection section) {
        return new RegistryConfig(
                section.text(
                        "url",
                        "http://localhost:8081",
                        "Where to find the schema registry, with the path of its Confluent API; several separated by commas."),
                section.textsByName(
                        "properties",
                        "Settings of Confluent's registry client by its names, such as `basic.auth.user.info`; never shown."));
    }

    /** Serdes on this registry; it is first contacted for the first record. */
    public RecordSerdes serdes() {
        return RecordSerdes.on(url, properties);
    }

    /** Omits the properties, which may contain passwords. */
    @Override
    public String toString() {
        return "RegistryConfig[" + url + ", properties " + properties.keySet() + "]";
    }
}
