package io.switchboard.connector.careless;

import java.net.http.HttpClient;

record OpensConnections(HttpClient client) {}
