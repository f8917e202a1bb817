package io.switchboard.gateway.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.connector.NotSentException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class HostSlotsTest {

    private final HostSlots slots = new HostSlots(1, Duration.ofMillis(50));
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);
    private final Thread guest = Thread.ofVirtual().unstarted(this::occupy);

    @AfterEach
    void let_the_guest_go() throws InterruptedException {
        leave.countDown();
        guest.join();
    }

    @Test
    void a_full_host_is_not_called() throws InterruptedException {
        guest.start();
        inside.await();

        assertThatThrownBy(() -> slots.within("busy", () -> "never"))
                .isInstanceOf(NotSentException.class)
                .hasMessage("all 1 slots of busy are taken");
    }

    @Test
    void a_full_host_does_not_hold_up_another() throws InterruptedException, IOException {
        guest.start();
        inside.await();

        assertThat(slots.within("free", () -> "called")).isEqualTo("called");
    }

    @Test
    void nobody_is_called_inside_a_database_transaction() throws IOException {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> slots.within("outside", () -> "called"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a call to outside inside a database transaction");
        } finally {
            TransactionSynchronizationManager.clear();
        }

        assertThat(slots.within("outside", () -> "called")).isEqualTo("called");
    }

    @Test
    void a_slot_is_given_back_after_a_failure() throws IOException {
        assertThatThrownBy(() -> slots.within("flaky", () -> {
                    throw new IOException("reset");
                }))
                .isInstanceOf(IOException.class);

        assertThat(slots.within("flaky", () -> "called")).isEqualTo("called");
    }

    @Test
    void hosts_nobody_calls_are_forgotten() throws InterruptedException, IOException {
        guest.start();
        inside.await();
        slots.within("other", () -> "called");
        assertThat(slots.size()).isEqualTo(1);

        let_the_guest_go();

        assertThat(slots.size()).isZero();
    }

    @Test
    void somebody_who_is_stopped_while_waiting_sent_nothing() throws InterruptedException {
        guest.start();
        inside.await();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> slots.within("busy", () -> "never")).isInstanceOf(NotSentException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void occupy() {
        try {
            slots.within("busy", () -> {
                inside.countDown();
                try {
                    leave.await();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
                return "left";
            });
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
