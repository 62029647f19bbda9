package dev.brokerscope.kafka.testkit;

/// Starts a broker, prints its process id, and waits to be killed.
final class ServerOwner {

    private ServerOwner() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        KafkaServer server = KafkaServer.start();
        System.out.println(server.pid());
        Thread.sleep(Long.MAX_VALUE);
    }
}
