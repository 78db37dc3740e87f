package org.wirewatch.poll;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A publisher who answers every request with whatever bytes it likes, in its own time. */
final class HostileServer implements AutoCloseable {
  /** What is done with a connection after its request was read. */
  interface Behaviour {
    void act(Socket socket, OutputStream out) throws IOException;
  }

  private final ServerSocket socket;
  private final Behaviour behaviour;

  HostileServer(Behaviour behaviour) {
    this.behaviour = behaviour;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/feed";
  }

  static Behaviour says(String text) {
    return (connection, out) -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Says something, is heard, and closes. */
  static Behaviour saysAndLeaves(String text) {
    return (connection, out) -> {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      connection.shutdownOutput();
      waitUntilLeft(connection);
    };
  }

  /** Takes the request and never says anything. */
  static Behaviour keepsSilent() {
    return (connection, _) -> waitUntilLeft(connection);
  }

  private static void waitUntilLeft(Socket connection) throws IOException {
    while (connection.getInputStream().read() >= 0) {
      // whatever the other side still sends
    }
  }

  /** Says something again and again until the other side leaves. */
  static Behaviour repeats(String head, String text, int pauseMillis) {
    return (connection, out) -> {
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      do {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      } while (pauseMillis == 0 || !hasLeftWithin(connection, pauseMillis));
    };
  }

  private static boolean hasLeftWithin(Socket connection, int millis) throws IOException {
    connection.setSoTimeout(millis);
    try {
      waitUntilLeft(connection);
      return true;
    } catch (SocketTimeoutException stillThere) {
      return false;
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader request =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = request.readLine();
      while (line != null && !line.isEmpty()) {
        line = request.readLine();
      }
      behaviour.act(connection, connection.getOutputStream());
    } catch (SocketException theReaderLeft) {
      // what these tests want
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
