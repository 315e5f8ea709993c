/**
 * The distribution of the local schema registry (Apicurio, which speaks Confluent's API): the build unpacks it beside this
 * module's classes, {@link io.truenorth.registry.RegistryDistribution} finds it at run time, and {@link
 * io.truenorth.registry.RegistryProcess} is the main class of the process that runs it. JDK only, as the registry brings
 * libraries of its own.
 */
@NullMarked
package io.truenorth.registry;

import org.jspecify.annotations.NullMarked;
