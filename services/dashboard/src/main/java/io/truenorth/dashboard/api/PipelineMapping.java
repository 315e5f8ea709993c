package io.truenorth.dashboard.api;

import io.truenorth.dashboard.api.response.PipelineResponse;
import io.truenorth.dashboard.api.response.PipelineResponse.PartEntry;
import io.truenorth.dashboard.pipeline.PipelineState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From the state of the pipeline to what is answered and published of it. */
final class PipelineMapping {
    private PipelineMapping() {}

    static PipelineResponse response(PipelineState state) {
        return of(
                state,
                Optional.of(state.parts().stream()
                        .map(part -> new PartEntry(part.name(), part.level(), part.detail()))
                        .toList()));
    }

    /** For the line at the bottom of a page. */
    static PipelineResponse event(PipelineState state) {
        return of(state, Optional.empty());
    }

    private static PipelineResponse of(PipelineState state, Optional<List<PartEntry>> parts) {
        return new PipelineResponse(
                state.level(),
                state.why(),
                Instant.ofEpochMilli(state.at()),
                Points.rounded(state.eventsPerSecond()),
                state.touchToScoreP99Millis().stream().mapToObj(Points::rounded).findFirst(),
                state.lagRecords(),
                Points.rounded(state.lagSeconds()),
                state.counts().accepted(),
                state.counts().refused(),
                state.counts().received(),
                state.counts().scored(),
                state.counts().duplicates(),
                state.counts().failed(),
                state.counts().waiting(),
                state.counts().suppressed(),
                state.restoring(),
                state.staleSince().map(Instant::ofEpochMilli),
                parts);
    }
}
