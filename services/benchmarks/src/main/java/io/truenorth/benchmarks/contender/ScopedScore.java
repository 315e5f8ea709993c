package io.truenorth.benchmarks.contender;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Stage;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.Explanation.ChannelShare;
import io.truenorth.relationship.score.Explanation.DimensionShare;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.streams.bytes.FieldReader;
import io.truenorth.streams.bytes.FieldWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A published score, as counted in the sums of scopes.
 *
 * @param stage the stage
 * @param scopes what the customer adds to each scope
 */
record ScopedScore(Stage stage, Map<String, ScopeSums> scopes) {
    private static final List<String> SEGMENTS = List.of("region", "tier");

    static ScopedScore of(Scores.Explained scored) {
        RelationshipScore score = scored.score();
        Map<String, ScopeSums> scopes = new TreeMap<>();
        scopes.put(ScopeNames.ALL, counted(scored));
        for (String segment : SEGMENTS) {
            String value = score.getAttributes().getOrDefault(segment, ScopeNames.UNSET);
            scopes.put(ScopeNames.segment(segment, value), counted(scored));
        }
        Explanation explanation = scored.explanation();
        for (DimensionShare dimension : explanation.dimensions()) {
            for (ChannelShare channel : dimension.channels()) {
                sums(scopes, ScopeNames.channel(channel.channel()), score)
                                .contributions[dimension.dimension().ordinal()] +=
                        channel.microPoints();
            }
        }
        explanation
                .advocacyBySubject()
                .forEach((subject, advocacy) -> sums(scopes, ScopeNames.product(subject), score)
                        .contributions[Dimension.ADVOCACY.ordinal()] += advocacy);
        return new ScopedScore(score.getStage(), scopes);
    }

    private static ScopeSums counted(Scores.Explained scored) {
        RelationshipScore score = scored.score();
        ScopeSums sums = new ScopeSums();
        sums.at = score.getScoredAt();
        sums.stages[score.getStage().ordinal()] = 1;
        sums.detractors = score.getDetractor() ? 1 : 0;
        sums.wholePoints = score.getWholePoints();
        sums.histogram.put(score.getWholePoints(), 1L);
        for (DimensionShare dimension : scored.explanation().dimensions()) {
            sums.contributions[dimension.dimension().ordinal()] = dimension.microPoints();
        }
        return sums;
    }

    private static ScopeSums sums(Map<String, ScopeSums> scopes, String scope, RelationshipScore score) {
        ScopeSums sums = scopes.computeIfAbsent(scope, first -> new ScopeSums());
        sums.at = score.getScoredAt();
        return sums;
    }

    /** Returns the differences of this to an earlier score, by scope. */
    Map<String, ScopeSums> since(ScopedScore before) {
        Map<String, ScopeSums> differences = new TreeMap<>();
        scopes.forEach((scope, sums) -> differences.put(scope, new ScopeSums().add(sums, 1)));
        before.scopes.forEach((scope, sums) ->
                differences.computeIfAbsent(scope, gone -> new ScopeSums()).add(sums, -1));
        differences.values().removeIf(ScopeSums::isZero);
        return differences;
    }

    byte[] toBytes() {
        FieldWriter out = new FieldWriter().writeByte(stage.ordinal()).writeLong(scopes.size());
        scopes.forEach((scope, sums) -> sums.writeTo(out.writeText(scope)));
        return out.toBytes();
    }

    static ScopedScore fromBytes(byte[] bytes) {
        FieldReader in = new FieldReader("score in scopes", bytes);
        Stage stage = Stage.values()[in.readByte()];
        Map<String, ScopeSums> scopes = new TreeMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            scopes.put(in.readText(), ScopeSums.readFrom(in));
        }
        return new ScopedScore(stage, scopes);
    }
}
