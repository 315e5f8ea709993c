package io.truenorth.cli.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** Writes changes of scores as JSON Lines, in UTF-8. */
final class ScoreChangeWriter implements Closeable {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final JsonGenerator json;

    ScoreChangeWriter(OutputStream out) throws IOException {
        this.json = JSON.createGenerator(out);
        this.json.setRootValueSeparator(null);
    }

    /** @param name the name of the customer, with its namespace */
    void write(String name, ModelScoreChange change) throws IOException {
        json.writeStartObject();
        json.writeStringField("customer", name);
        writeScore("before", change.before());
        writeScore("after", change.after());
        json.writeNumberField("change", change.difference());
        json.writeBooleanField("changesStage", change.changesStage());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void writeScore(String field, Optional<ScoreSnapshot> snapshot) throws IOException {
        if (snapshot.isEmpty()) {
            json.writeNullField(field);
            return;
        }
        Stage stage = snapshot.get().stage();
        json.writeObjectFieldStart(field);
        json.writeNumberField("score", snapshot.get().score());
        json.writeStringField("stage", stage.name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
