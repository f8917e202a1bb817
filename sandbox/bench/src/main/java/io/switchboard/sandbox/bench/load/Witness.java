package io.switchboard.sandbox.bench.load;

/** Is told what happens to each delivery that a run expects on {@code tickets}. Called by one thread; must be cheap. */
public interface Witness {

    /** Nobody looks. */
    Witness NONE = new Witness() {
        @Override
        public int sending(int merchant, String connector, int thread, String nativeId) {
            return 0;
        }

        @Override
        public void sent(int number) {}

        @Override
        public void acknowledged(int number) {}

        @Override
        public void failed(int number, String why) {}
    };

    /**
     * A new delivery.
     *
     * @return its number at the witness
     */
    int sending(int merchant, String connector, int thread, String nativeId);

    /** An attempt, just before its bytes go out. */
    void sent(int number);

    /** A 2xx was read. */
    void acknowledged(int number);

    /** Anything else; the same bytes may be sent again. */
    void failed(int number, String why);
}
