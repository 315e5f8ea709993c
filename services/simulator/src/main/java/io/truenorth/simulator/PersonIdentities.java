package io.truenorth.simulator;

import static io.truenorth.simulator.SimulatedIdentity.ACCOUNT;
import static io.truenorth.simulator.SimulatedIdentity.ANONYMOUS;
import static io.truenorth.simulator.SimulatedIdentity.CARD;
import static io.truenorth.simulator.SimulatedIdentity.DEVICE;
import static io.truenorth.simulator.SimulatedIdentity.EMAIL;

import io.truenorth.identity.joining.IdentityRanking;
import io.truenorth.identity.joining.JoinRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The identities of a person, and which of them a channel knows: the store reads the loyalty card, mails have an address, a
 * browser has an anonymous id and, while the person is signed in, the account. A person with a single identity is known by
 * the account on every channel.
 *
 * <p>Three persons are a family, which may have a tablet with one device id. As it is only used signed in, its device id
 * never is the only identity of an event: who has sent the event is always known.
 *
 * <p>Identities have random numbers of their own, so that they do not change a person's visits.
 */
final class PersonIdentities {
    private static final Comparator<SimulatedIdentity> STRONGEST_FIRST =
            strongestFirst(JoinRules.standard().ranking());

    private static final double SECOND_ADDRESS = 0.4;
    private static final double SECOND_BROWSER = 0.5;
    private static final double VISIT_BY_SECOND_BROWSER = 0.3;
    private static final double COOKIES_DELETED = 0.02;
    private static final double SIGNED_IN = 0.8;
    private static final double CARD_REGISTERED = 0.5;
    private static final double FAMILY_TABLET = 0.3;
    private static final double VISIT_BY_TABLET = 0.3;
    private static final int FAMILY_SIZE = 3;

    private final long seed;
    private final int person;
    private final CustomerRandom random;
    private final boolean several;
    private final boolean hasSecondAddress;
    private final boolean hasSecondBrowser;
    private final boolean hasTablet;
    private final int[] deletedCookies = new int[2];
    private boolean hasAddress = true;
    private boolean hasAccount;
    private boolean hasCard;
    private boolean cardIsRegistered;
    private int browser;
    private boolean signedIn;
    private boolean onTablet;

    /** @param shareWithSeveral the share of persons with several identities, 0 to 1 */
    PersonIdentities(long seed, int person, double shareWithSeveral) {
        this.seed = seed;
        this.person = person;
        this.random = new CustomerRandom(~seed, person);
        this.several = random.chance(shareWithSeveral);
        this.hasSecondAddress = random.chance(SECOND_ADDRESS);
        this.hasSecondBrowser = random.chance(SECOND_BROWSER);
        this.hasTablet = new CustomerRandom(seed ^ FAMILY_SIZE, family()).chance(FAMILY_TABLET);
    }

    private static Comparator<SimulatedIdentity> strongestFirst(IdentityRanking ranking) {
        return Comparator.comparing(SimulatedIdentity::key, ranking);
    }

    /** The name of a person. */
    static String name(int person) {
        return "sim-%06d".formatted(person);
    }

    /** Has no address that the brand could write to. */
    void withoutAddress() {
        hasAddress = false;
    }

    /** Whether a visit is anonymous until the person signs up. */
    boolean visitsBeforeSigningUp(String channel) {
        return several && isOnline(channel);
    }

    /** Begins a visit of the web or the app, with one of the person's devices, or of the store, with the card. */
    void visit(String channel) {
        switch (channel) {
            case Vocabulary.WEB -> {
                browser = hasSecondBrowser && random.chance(VISIT_BY_SECOND_BROWSER) ? 1 : 0;
                deletedCookies[browser] += random.chance(COOKIES_DELETED) ? 1 : 0;
                signedIn = hasAccount && random.chance(SIGNED_IN);
            }
            case Vocabulary.APP -> onTablet = hasTablet && hasAccount && random.chance(VISIT_BY_TABLET);
            default -> hasCard = several;
        }
    }

    /** Gets an account; in the store, a card. */
    void signUp(String channel) {
        if (channel.equals(Vocabulary.STORE)) {
            hasCard = several;
        } else {
            openAccount();
        }
    }

    /** Whether the person enters the card during this visit, signed in. */
    boolean registersCard(String channel) {
        boolean now = hasCard && !cardIsRegistered && isOnline(channel) && random.chance(CARD_REGISTERED);
        if (now) {
            cardIsRegistered = true;
            openAccount();
        }
        return now;
    }

    private void openAccount() {
        hasAccount = true;
        signedIn = true;
    }

    /** What the channel knows of the person in an event of a kind; the strongest identity first. */
    List<SimulatedIdentity> of(String channel, String kind) {
        if (!several) {
            return List.of(account());
        }
        List<SimulatedIdentity> known = new ArrayList<>(3);
        switch (channel) {
            case Vocabulary.WEB -> addBrowser(known, kind);
            case Vocabulary.APP -> addApp(known);
            case Vocabulary.STORE -> known.add(card());
            case Vocabulary.EMAIL, Vocabulary.SURVEY, Vocabulary.EVENT -> known.add(hasAddress ? address(0) : best());
            case Vocabulary.SUPPORT -> addSupport(known, kind);
            default -> known.add(best());
        }
        if (kind.equals(Vocabulary.SIGNED_UP) && hasAddress) {
            known.add(address(0));
        }
        if (kind.equals(Vocabulary.CARD_REGISTERED)) {
            known.add(card());
        }
        known.sort(STRONGEST_FIRST);
        return List.copyOf(known);
    }

    /** A guest who buys leaves an address. */
    private void addBrowser(List<SimulatedIdentity> known, String kind) {
        known.add(visitor());
        if (signedIn) {
            known.add(account());
        } else if (hasAddress && kind.equals(Vocabulary.PURCHASE)) {
            known.add(address(0));
        }
    }

    private void addApp(List<SimulatedIdentity> known) {
        known.add(new SimulatedIdentity(
                DEVICE, onTablet ? "sim-family-%06d-tablet".formatted(family()) : name(person) + "-phone"));
        if (hasAccount) {
            known.add(account());
        }
    }

    /** Tickets are written by mail; who answers one looks up the customer. */
    private void addSupport(List<SimulatedIdentity> known, String kind) {
        boolean isLookedUp = kind.equals(Vocabulary.TICKET_ANSWERED) && (hasAccount || hasCard);
        if (isLookedUp || !hasAddress) {
            known.add(best());
        }
        if (hasAddress) {
            known.add(address(hasSecondAddress ? 1 : 0));
        }
    }

    private SimulatedIdentity best() {
        if (hasAccount) {
            return account();
        }
        if (hasCard) {
            return card();
        }
        return hasAddress ? address(0) : visitor();
    }

    private SimulatedIdentity visitor() {
        return new SimulatedIdentity(ANONYMOUS, name(person) + "-browser-" + browser + "-" + deletedCookies[browser]);
    }

    private SimulatedIdentity account() {
        return new SimulatedIdentity(ACCOUNT, name(person));
    }

    private SimulatedIdentity card() {
        return new SimulatedIdentity(CARD, name(person));
    }

    private SimulatedIdentity address(int number) {
        return new SimulatedIdentity(EMAIL, new CustomerRandom(~seed - number, ~person).pseudonym());
    }

    private int family() {
        return person / FAMILY_SIZE;
    }

    private static boolean isOnline(String channel) {
        return channel.equals(Vocabulary.WEB) || channel.equals(Vocabulary.APP);
    }
}
