package io.switchboard.sandbox.bench.load;

import io.switchboard.sandbox.bench.history.Fate;
import io.switchboard.sandbox.bench.history.History;

/** Is told what happens to each delivery. Called by one thread; must be cheap. */
interface Witness {

    /** Nobody looks. */
    Witness NONE = new Witness() {
        @Override
        public boolean looks() {
            return false;
        }

        @Override
        public int sending(Draft draft, String nativeId) {
            return 0;
        }

        @Override
        public void sent(int number) {}

        @Override
        public void acknowledged(int number) {}

        @Override
        public void failed(int number, String why) {}
    };

    /** Whether it wants to be told at all: a native id is made for nobody else. */
    default boolean looks() {
        return true;
    }

    static Witness of(History history) {
        return new Witness() {
            @Override
            public int sending(Draft draft, String nativeId) {
                return history.sending(
                        draft.merchant().number(),
                        draft.kind().connector(),
                        draft.thread(),
                        nativeId,
                        draft.poison() ? Fate.INVALID : Fate.EVENT);
            }

            @Override
            public void sent(int number) {
                history.sent(number);
            }

            @Override
            public void acknowledged(int number) {
                history.acknowledged(number);
            }

            @Override
            public void failed(int number, String why) {
                history.failed(number, why);
            }
        };
    }

    /**
     * A new delivery.
     *
     * @return its number at the witness
     */
    int sending(Draft draft, String nativeId);

    /** An attempt, just before its bytes go out. */
    void sent(int number);

    /** A 2xx was read. */
    void acknowledged(int number);

    /** Anything else; the same bytes may be sent again. */
    void failed(int number, String why);
}
