package io.switchboard.connector.email.bench;
final class ChatwootVerdicts { static String score(java.nio.file.Path p){ return "?"; } }
