package org.fertivision.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fertivision.server.postgres.SharedPostgres;
import org.junit.jupiter.api.Test;

class AwaitedConnectionsTest {
    private static int nobodysPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aDatabaseThatAnsweredOnceIsAwaitedAndOneThatNeverDidIsNot() throws Exception {
        DatabaseAddress address = DatabaseAddress.of(SharedPostgres.freshDatabase());
        AwaitedConnections connections = new AwaitedConnections();
        connections.setURL(address.url());
        connections.setUser(address.user());
        connections.setPassword(address.password());
        int[] port = connections.getPortNumbers();
        int[] nobodys = {nobodysPort()};
        connections.setPortNumbers(nobodys);
        assertThatThrownBy(connections::getConnection).isInstanceOf(SQLException.class);

        connections.setPortNumbers(port);
        connections.getConnection().close();
        connections.setPortNumbers(nobodys);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Connection> asked = threads.submit(() -> connections.getConnection());
            Thread.sleep(600);
            assertThat(asked.isDone()).isFalse();
            connections.setPortNumbers(port);
            try (Connection connection = asked.get(20, TimeUnit.SECONDS)) {
                assertThat(connection.isValid(5)).isTrue();
            }
            connections.setPassword("another");
            assertThatThrownBy(connections::getConnection).as("no outage").isInstanceOf(SQLException.class);

            connections.setPassword(address.password());
            connections.setPortNumbers(nobodys);
            CountDownLatch begun = new CountDownLatch(1);
            Future<Connection> never = threads.submit(() -> {
                begun.countDown();
                return connections.getConnection();
            });
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            threads.shutdownNow();
            assertThatThrownBy(() -> never.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(SQLException.class);
        }
    }
}
