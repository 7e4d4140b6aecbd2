import java.nio.file.Path;
import java.time.Duration;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j Community server on the loopback address, without authentication: for development and tests.
 * Arguments: home folder, port, and the process whose end is also the server's (0: none).
 */
public class Neo4jServer {
  public static void main(String[] arguments) throws Exception {
    var port = Integer.parseInt(arguments[1]);
    var server =
        new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
            .setConfig(GraphDatabaseSettings.auth_enabled, false)
            // A timeout is noticed this late; by default after two seconds.
            .setConfig(GraphDatabaseSettings.transaction_monitor_check_interval, Duration.ofMillis(100))
            .build();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    System.out.println("ready");
    endWith(Long.parseLong(arguments[2]));
  }

  private static void endWith(long owner) throws Exception {
    if (owner == 0) return;
    var process = ProcessHandle.of(owner);
    if (process.isPresent()) process.get().onExit().get();
    Runtime.getRuntime().halt(0);
  }
}
