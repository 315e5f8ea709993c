package io.truenorth.gateway.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as it was written, so that messages, hashes and identities repeat it exactly. Exponents beyond three digits are not
 * read as numbers: a few characters of them would take the arithmetic hours.
 */
public final class JsonNumber extends ValueNode {

    private static final long serialVersionUID = 1L;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,60}(\\.\\d{1,60})?([eE][-+]?\\d{1,3})?");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

    private final String text;

    /** A number of this text, which need not be valid. */
    public JsonNumber(String text) {
        this.text = text;
    }

    /** A whole number of at most 18 digits, written without point and exponent. */
    public OptionalLong integer() {
        return INTEGER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** A decimal number of at most 120 digits. */
    public Optional<BigDecimal> decimal() {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    @Override
    public JsonNodeType getNodeType() {
        return JsonNodeType.NUMBER;
    }

    @Override
    public JsonToken asToken() {
        return JsonToken.VALUE_NUMBER_FLOAT;
    }

    @Override
    public String asText() {
        return text;
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeNumber(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonNumber number && number.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
