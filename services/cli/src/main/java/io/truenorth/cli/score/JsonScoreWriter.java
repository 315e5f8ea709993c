package io.truenorth.cli.score;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.Departure;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Locale;

/** JSON Lines: one object per line, in UTF-8. */
public final class JsonScoreWriter implements ScoreWriter {

    /** Jackson writes the shortest decimals that read back as the same number, which the JDK does only since version 19. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final JsonGenerator json;

    /** Writes to a stream, and closes it. */
    public JsonScoreWriter(OutputStream out) throws IOException {
        this.json = JSON.createGenerator(out);
        this.json.setRootValueSeparator(null);
    }

    @Override
    public void write(String customer, ScoreSnapshot snapshot) throws IOException {
        Contributions contributions = snapshot.contributions();
        json.writeStartObject();
        json.writeStringField("customer", customer);
        json.writeNumberField("score", snapshot.score());
        json.writeNumberField("engagement", contributions.engagement());
        json.writeNumberField("money", contributions.money());
        json.writeNumberField("connectedness", contributions.connectedness());
        json.writeNumberField("reciprocity", contributions.reciprocity());
        json.writeNumberField("sentiment", contributions.sentiment());
        json.writeNumberField("advocacy", contributions.advocacy());
        json.writeNumberField("advocacyMass", snapshot.advocacyMass());
        json.writeNumberField("detractorRisk", snapshot.detractorRisk());
        json.writeBooleanField("detractor", snapshot.detractor());
        json.writeStringField("stage", snapshot.stage().name().toLowerCase(Locale.ROOT));
        writeDepartures(snapshot);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void writeDepartures(ScoreSnapshot snapshot) throws IOException {
        json.writeArrayFieldStart("departures");
        if (snapshot.lastDeparture().isPresent()) {
            Departure last = snapshot.lastDeparture().get();
            json.writeStartObject();
            json.writeStringField("channel", last.channel());
            json.writeStringField("kind", last.kind());
            json.writeStringField("day", LocalDate.ofEpochDay(last.day()).toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
