package io.truenorth.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** A class of one service that uses a class of another. */
final class DependOnAnotherService extends ArchCondition<JavaClass> {

    private static final String PROJECT = "io.truenorth.";
    private static final Set<String> SERVICES = Set.of("gateway", "streams", "dashboard", "simulator");

    DependOnAnotherService() {
        super("depend on another service");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            String target = roomOf(dependency.getTargetClass());
            boolean other = SERVICES.contains(target) && !target.equals(roomOf(type));
            events.add(new SimpleConditionEvent(dependency, other, dependency.getDescription()));
        }
    }

    private static String roomOf(JavaClass type) {
        String below = type.getPackageName().startsWith(PROJECT)
                ? type.getPackageName().substring(PROJECT.length())
                : "";
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
