package io.switchboard.connector.careless;

record StartsThreads(Thread thread) {}
