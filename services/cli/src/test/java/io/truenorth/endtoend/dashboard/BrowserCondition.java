package io.truenorth.endtoend.dashboard;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Whether there is a browser; looked for once in a run, and told once. */
public final class BrowserCondition implements ExecutionCondition {
    private static final Namespace NAMESPACE = Namespace.create(BrowserCondition.class);
    private static final String REQUIRED = "TRUENORTH_REQUIRE_BROWSER";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Verdict.class, key -> Verdict.find(), Verdict.class)
                .result();
    }

    /** What was found. */
    private record Verdict(ConditionEvaluationResult result) {
        static Verdict find() {
            if (Chromium.find().isPresent()) {
                return new Verdict(ConditionEvaluationResult.enabled("there is a Chromium"));
            }
            String missing = "no Chromium at any of " + Chromium.PLACES;
            if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
                throw new IllegalStateException(missing + ", and " + REQUIRED + " is true");
            }
            System.out.println("tests in a browser skipped: " + missing);
            return new Verdict(ConditionEvaluationResult.disabled(missing));
        }
    }
}
