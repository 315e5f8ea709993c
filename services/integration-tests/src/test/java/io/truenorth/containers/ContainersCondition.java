package io.truenorth.containers;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Whether tests on containers can run here; looked at once in a run, and told once. */
final class ContainersCondition implements ExecutionCondition {
    private static final Namespace NAMESPACE = Namespace.create(ContainersCondition.class);
    private static final String REQUIRED = "TRUENORTH_REQUIRE_CONTAINERS";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Verdict.class, key -> Verdict.of(Images.missing()), Verdict.class)
                .result();
    }

    /** What was found. */
    private record Verdict(ConditionEvaluationResult result) {
        static Verdict of(Optional<String> missing) {
            if (missing.isEmpty()) {
                return new Verdict(ConditionEvaluationResult.enabled("all images are here"));
            }
            if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
                throw new IllegalStateException(missing.get() + ", and " + REQUIRED + " is true");
            }
            System.out.println("tests on containers skipped: " + missing.get());
            return new Verdict(ConditionEvaluationResult.disabled(missing.get()));
        }
    }
}
