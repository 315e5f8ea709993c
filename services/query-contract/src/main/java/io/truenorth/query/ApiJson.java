package io.truenorth.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * How records are written as JSON and read from it: members in the order of the components, an empty {@code Optional} left out,
 * moments and days in ISO 8601, constants in lower case. What a reader does not know is ignored, so that a service may be newer
 * than its client; a member that is missing is an error, never a zero.
 */
public final class ApiJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new TimeDeserializer<>(Instant.class, Instant::parse))
                    .addDeserializer(LocalDate.class, new TimeDeserializer<>(LocalDate.class, LocalDate::parse)))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private ApiJson() {}

    /** A record as JSON in UTF-8. */
    public static byte[] write(Record answer) {
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: " + answer.getClass().getName(), e);
        }
    }

    /**
     * A record from JSON.
     *
     * @throws IOException if it is no JSON, or not of this record
     */
    public static <T extends Record> T read(byte[] json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }

    /** The {@code detail} of a problem (RFC 9457); its title, or that none was given, where it has none. */
    static String problemDetail(byte[] json) throws IOException {
        var problem = MAPPER.readTree(json);
        return problem.path("detail").asText(problem.path("title").asText("no reason given"));
    }

    /** A moment or day from its text. */
    private static final class TimeDeserializer<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // Mappers are never serialized.
        private final Function<String, T> parser;

        TimeDeserializer(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return parser.apply(text);
            } catch (DateTimeException e) {
                JsonParser at = context.getParser();
                throw context.weirdStringException(
                        text, handledType(), "at " + at.currentLocation().offsetDescription());
            }
        }
    }
}
