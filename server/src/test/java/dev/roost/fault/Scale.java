package dev.roost.fault;

/** How hard the tests of faults try: shortly with every build, and for long with the profile {@code faults}. */
final class Scale {

    /** How often the service is ended, each way. */
    static final int ROUNDS = Integer.getInteger("faults.rounds", 2);

    /** How long PostgreSQL is away. */
    static final int SECONDS_AWAY = Integer.getInteger("faults.seconds-away", 4);

    /** How many times the limits of time may be exceeded, where the machine has much else to do. */
    static final int MARGIN = Integer.getInteger("faults.margin", 4);

    private Scale() {}
}
