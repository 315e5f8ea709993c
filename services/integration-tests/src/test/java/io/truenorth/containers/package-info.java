/**
 * The image among containers. {@link io.truenorth.containers.RequiresContainers} tells where these tests run, {@link
 * io.truenorth.containers.ContainerPlatform} is the broker and the registry, {@link
 * io.truenorth.containers.ContainerDeployment} what our image is run as, and {@link io.truenorth.containers.Load} what is
 * sent and must come out.
 */
@NullMarked
package io.truenorth.containers;

import org.jspecify.annotations.NullMarked;
