package io.truenorth.identity.joining;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.identity.joining.CustomerIdentities.State;
import io.truenorth.identity.joining.CustomerMessage.Erase;
import io.truenorth.identity.joining.CustomerMessage.Grant;
import io.truenorth.identity.joining.CustomerMessage.Restore;
import io.truenorth.identity.joining.CustomerMessage.Split;
import io.truenorth.identity.joining.CustomerMessage.Transfer;
import io.truenorth.identity.joining.NodeMessage.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever leaves a customer brings the consent of all identities before the first ledger, and before events are sent there. */
class ConsentMovesFirstTest {
    private static final Evidence SEEN = new Evidence("shop", "e-1", 1_000, false);

    private final List<String> sent = new ArrayList<>();
    private final Map<String, CustomerIdentities> customers = new HashMap<>();
    private final JoinProtocol protocol = new JoinProtocol(
            JoinRules.standard().ranking(),
            JoinRules.standard().guards(),
            new JoinState() {
                @Override
                public IdentityNode node(String identity) {
                    return new IdentityNode(identity);
                }

                @Override
                public CustomerIdentities customer(String id) {
                    return customers.computeIfAbsent(id, CustomerIdentities::new);
                }
            },
            new EachBringsBoth(),
            new NobodyErased(),
            new Outbox() {
                @Override
                public void send(NodeMessage message) {
                    if (message instanceof Label label) {
                        sent.add("label " + label.identity());
                    }
                }

                @Override
                public void send(String customer, CustomerMessage message) {
                    if (message instanceof Transfer transfer) {
                        sent.add(((Named) transfer.part()).name() + " " + transfer.identity());
                    } else if (message instanceof Restore) {
                        sent.add("restore");
                    }
                }
            },
            new Unheard());

    private record Named(String name) implements Content {}

    /** Of each identity there is consent and a ledger. */
    private static final class EachBringsBoth implements IdentityLedgers {
        @Override
        public void add(String customer, String identity, Content content) {
            throw new AssertionError("nothing comes");
        }

        @Override
        public List<Content> removeConsents(String customer, String identity) {
            return List.of(new Named("consent"));
        }

        @Override
        public List<Content> remove(String customer, String identity) {
            return List.of(new Named("ledger"));
        }

        @Override
        public boolean hasObjected(String customer) {
            return false;
        }

        @Override
        public long activationWithdrawnAt(String customer) {
            return 0;
        }

        @Override
        public boolean hasAny(String customer) {
            return true;
        }

        @Override
        public Content without(Content event, Suppression suppression) {
            throw new AssertionError("nobody is erased");
        }

        @Override
        public Content without(String customer, String identity, Content part, Suppression suppression) {
            throw new AssertionError("nobody is erased");
        }

        @Override
        public void beginAnew(String customer, String identity) {
            throw new AssertionError("nobody is erased");
        }
    }

    private static final class NobodyErased implements Suppressions {
        @Override
        public @Nullable Suppression of(String identity) {
            return null;
        }

        @Override
        public Suppression add(String identity, Suppression suppression) {
            throw new AssertionError("nobody is erased");
        }

        @Override
        public void tellAll(Map<String, Suppression> suppressions) {
            throw new AssertionError("nobody is erased");
        }

        @Override
        public boolean isBeingForgotten(String identity) {
            return false;
        }

        @Override
        public long now() {
            return 1_000;
        }
    }

    private void aCustomer(String id, Map<String, Long> members, Map<IdentityPair, Evidence> links) {
        customers.put(
                id,
                CustomerIdentities.restored(
                        id, new State(members, links, Set.of(), List.of(), List.of(), null, null, 0)));
    }

    @Test
    void whoJoinsAnotherBringsConsentFirst() {
        aCustomer("card:7", Map.of("card:7", 0L, "device:d", 0L), Map.of(IdentityPair.of("card:7", "device:d"), SEEN));

        protocol.handle("card:7", new Grant("crm:c-1"));

        assertThat(sent.subList(0, 2)).containsExactlyInAnyOrder("consent card:7", "consent device:d");
        assertThat(sent.subList(2, sent.size()))
                .containsExactlyInAnyOrder("ledger card:7", "label card:7", "ledger device:d", "label device:d");
    }

    @Test
    void whoIsSplitOffBringsConsentFirst() {
        aCustomer(
                "crm:c-1",
                Map.of("crm:c-1", 0L, "card:7", 0L, "device:d", 0L),
                Map.of(
                        IdentityPair.of("crm:c-1", "card:7"), SEEN,
                        IdentityPair.of("crm:c-1", "device:d"), SEEN));

        protocol.handle("crm:c-1", new Split("crm:c-1", SEEN));

        assertThat(sent.get(0)).isEqualTo("restore");
        assertThat(sent.indexOf("consent card:7"))
                .isPositive()
                .isLessThan(sent.indexOf("ledger card:7"))
                .isLessThan(sent.indexOf("label card:7"));
        assertThat(sent.indexOf("consent device:d"))
                .isPositive()
                .isLessThan(sent.indexOf("ledger device:d"))
                .isLessThan(sent.indexOf("label device:d"));
    }

    /** Nobody is told. */
    private static final class Unheard implements JoinListener {
        @Override
        public void joined(
                String customer, String joined, Set<String> identities, IdentityPair link, Evidence evidence) {}

        @Override
        public void redirected(String customer, String into) {}

        @Override
        public void restored(String customer) {}

        @Override
        public void refused(String customer, RefusedLink refusal) {}

        @Override
        public void split(String customer, String identity, Set<IdentityPair> dropped, Evidence request) {}

        @Override
        public void notSplit(String identity, Evidence request) {}

        @Override
        public void erased(String customer, Set<String> identities, Erase erase, long at, boolean known) {}
    }
}
