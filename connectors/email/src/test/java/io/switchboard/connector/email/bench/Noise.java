package io.switchboard.connector.email.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Mutants of the corpora's mails. Number n is the same mail for everybody, in every run. */
final class Noise {

    private static final long SEED = 20260301;
    private static final int SHOWN = 50_000;

    private final List<byte[]> mails;
    private final int processes;

    /** @param processes how many of a reader's take turns with the mutants at once */
    Noise(List<CorpusMail> mails, int processes) {
        this.mails = mails.stream().map(CorpusMail::bytes).toList();
        this.processes = processes;
    }

    Survival survived(Contestant contestant, int mutants, Path folder) throws IOException, InterruptedException {
        var survival = new Survival(folder);
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(processes)) {
            var workers = new ArrayList<Future<?>>();
            for (var i = 0; i < processes; i++) {
                workers.add(threads.submit(() -> {
                    read(contestant, mutants, next, survival);
                    return survival;
                }));
            }
            for (var worker : workers) {
                worker.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("the mutants of " + contestant.title() + " were not all read", failed);
        }
        return survival;
    }

    private void read(Contestant contestant, int mutants, AtomicInteger next, Survival survival)
            throws IOException, InterruptedException {
        try (var process = contestant.start()) {
            for (var number = next.getAndIncrement(); number < mutants; number = next.getAndIncrement()) {
                var mutant = mutant(number);
                survival.add(process.read(mutant), mutant);
                if (number > 0 && number % SHOWN == 0) {
                    System.err.printf("%s: %,d of %,d mutants%n", contestant.title(), number, mutants);
                }
            }
        }
    }

    /** Never nothing but blanks and control characters, which is no mail. */
    byte[] mutant(int number) {
        var random = new Random(SEED + number);
        var mutation = new Mutation(mails, random);
        var mutant = mutation.of(mails.get(random.nextInt(mails.size())));
        while (new String(mutant, StandardCharsets.ISO_8859_1).trim().isEmpty()) {
            mutant = mutation.of(mails.get(random.nextInt(mails.size())));
        }
        return mutant;
    }
}
