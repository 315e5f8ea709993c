package io.truenorth.containers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that run where a Docker engine has the images. Elsewhere they are skipped, and one line says so; where the variable
 * {@code TRUENORTH_REQUIRE_CONTAINERS} is true they fail instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({ContainersCondition.class, ContainerPlatformExtension.class})
@interface RequiresContainers {}
