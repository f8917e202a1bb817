package io.switchboard.connector.careless;

import javax.sql.DataSource;

record KeepsTables(DataSource tables) {}
