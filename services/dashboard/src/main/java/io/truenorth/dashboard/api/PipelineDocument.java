package io.truenorth.dashboard.api;

import io.truenorth.dashboard.pipeline.PipelineState;
import io.truenorth.dashboard.pipeline.PipelineState.Part;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the state of the pipeline is written. */
final class PipelineDocument {
    private PipelineDocument() {}

    /** All of it. */
    static Map<String, Object> of(PipelineState state) {
        Map<String, Object> document = withoutParts(state);
        document.put("parts", state.parts().stream().map(PipelineDocument::part).toList());
        return document;
    }

    /** What a line at the bottom of a page shows. */
    static Map<String, Object> withoutParts(PipelineState state) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("state", ApiText.word(state.level()));
        document.put("why", state.why());
        document.put("at", ApiText.moment(state.at()));
        document.put("eventsPerSecond", Points.rounded(state.eventsPerSecond()));
        state.touchToScoreP99Millis()
                .ifPresent(millis -> document.put("touchToScoreP99Millis", Points.rounded(millis)));
        document.put("lagRecords", state.lagRecords());
        document.put("lagSeconds", Points.rounded(state.lagSeconds()));
        document.put("accepted", state.counts().accepted());
        document.put("refused", state.counts().refused());
        document.put("received", state.counts().received());
        document.put("scored", state.counts().scored());
        document.put("duplicates", state.counts().duplicates());
        document.put("failed", state.counts().failed());
        document.put("restoring", state.restoring());
        state.staleSince().ifPresent(since -> document.put("staleSince", ApiText.moment(since)));
        return document;
    }

    private static Map<String, Object> part(Part part) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("part", part.name());
        document.put("state", ApiText.word(part.level()));
        document.put("detail", part.detail());
        return document;
    }
}
