/**
 * The protocol by which identities become one customer, and are split again: state and messages, without Kafka. {@link
 * io.truenorth.identity.joining.JoinProtocol} handles messages; whoever runs it delivers each message exactly once, in the
 * order in which they were sent by one handler to one key.
 *
 * <p>An <em>identity</em> is a person's name, {@code namespace:value}. A <em>customer</em> is a set of identities; its id is
 * its best member by {@link io.truenorth.identity.joining.IdentityRanking}. State is kept by key, in two places: {@link
 * io.truenorth.identity.joining.IdentityNode} knows which customer an identity belongs to, and {@link
 * io.truenorth.identity.joining.CustomerIdentities} which identities a customer has.
 */
@NullMarked
package io.truenorth.identity.joining;

import org.jspecify.annotations.NullMarked;
