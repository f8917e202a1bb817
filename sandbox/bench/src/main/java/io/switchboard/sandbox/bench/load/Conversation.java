package io.switchboard.sandbox.bench.load;

/** One thread among all: what one customer of one merchant says in one place. */
record Conversation(Kind kind, int merchant, int thread) {}
