package io.switchboard.connector.careless;

record WritesLogs(System.Logger log) {}
