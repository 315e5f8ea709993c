package io.truenorth.cli.score;

import com.fasterxml.jackson.core.io.NumberOutput;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.Departure;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

/** CSV with a header, in UTF-8. */
public final class CsvScoreWriter implements ScoreWriter {

    private final CsvWriter csv;

    /** Writes to a stream, and closes it. */
    public CsvScoreWriter(OutputStream out) throws IOException {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        record(
                "customer",
                "score",
                "engagement",
                "money",
                "connectedness",
                "reciprocity",
                "sentiment",
                "advocacy",
                "advocacyMass",
                "detractorRisk",
                "detractor",
                "stage",
                "lastDeparture",
                "lastDepartureDay");
    }

    @Override
    public void write(String customer, ScoreSnapshot snapshot) throws IOException {
        Contributions contributions = snapshot.contributions();
        record(
                customer,
                Long.toString(snapshot.score()),
                Long.toString(contributions.engagement()),
                Long.toString(contributions.money()),
                Long.toString(contributions.connectedness()),
                Long.toString(contributions.reciprocity()),
                Long.toString(contributions.sentiment()),
                Long.toString(contributions.advocacy()),
                shortest(snapshot.advocacyMass()),
                shortest(snapshot.detractorRisk()),
                Boolean.toString(snapshot.detractor()),
                snapshot.stage().name().toLowerCase(Locale.ROOT),
                snapshot.lastDeparture().map(Departure::kind).orElse(""),
                snapshot.lastDeparture()
                        .map(last -> LocalDate.ofEpochDay(last.day()).toString())
                        .orElse(""));
    }

    private static String shortest(double value) {
        return NumberOutput.toString(value, true);
    }

    /** Unwraps exceptions of the stream from those of the library, to detect a broken pipe. */
    private void record(String... fields) throws IOException {
        try {
            csv.writeRecord(fields);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
