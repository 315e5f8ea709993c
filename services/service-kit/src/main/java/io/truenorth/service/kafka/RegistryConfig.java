package io.truenorth.service.kafka;

import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.config.ConfigSection;
import java.util.Map;

/**
 * Where the schema registry is.
 *
 * @param url its API as Confluent's client speaks it; several separated by commas; {@code mock://scope} in tests
 * @param properties settings of Confluent's client by their own names; may hold passwords
 */
public record RegistryConfig(String url, Map<String, String> properties) {

    /** The properties are copied. */
    public RegistryConfig {
        properties = Map.copyOf(properties);
    }

    /** A registry without settings of its own. */
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

    /** Serdes on this registry; nothing is asked before the first record. */
    public RecordSerdes serdes() {
        return RecordSerdes.on(url, properties);
    }

    /** Without the properties, which may hold passwords. */
    @Override
    public String toString() {
        return "RegistryConfig[" + url + ", properties " + properties.keySet() + "]";
    }
}
