package dev.brokerscope.plugin.rabbitmq.connect;

import dev.brokerscope.api.fault.FaultException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out of which type a queue is, and its arguments, without the management API: the server refuses to declare an
/// existing queue with other arguments, and says which one differs. The type asked for exists nowhere, so that nothing
/// can be created should the queue be deleted in between. What the server compares only after the type stays unknown.
record QueueProbe(RabbitLink link, String name) {

    private static final String NO_TYPE = "brokerscope-asks";
    private static final int MOST_ARGUMENTS = 30;
    private static final Pattern DIFFERS = Pattern.compile(
            "inequivalent arg '([^']+)' for queue .*: received .* but current is (.*)$");
    private static final Pattern VALUE = Pattern.compile("(?:the value )?'(.*?)'(?: of type '([a-z]+)')?");

    QueueFacts facts() throws FaultException, InterruptedException {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("x-queue-type", NO_TYPE);
        Map<String, Object> told = new HashMap<>();
        Map<String, Object> found = new HashMap<>();
        Optional<String> type = Optional.empty();
        for (int i = 0; i < MOST_ARGUMENTS && type.isEmpty(); i++) {
            Optional<Matcher> difference = difference(arguments, told);
            if (difference.isEmpty()) {
                break;
            }
            String key = difference.get().group(1);
            String current = difference.get().group(2);
            if (key.equals("x-queue-type")) {
                type = current.equals("none") ? Optional.of("classic") : value(current).map(String::valueOf);
                if (!current.equals("none") && type.isEmpty()) {
                    break;
                }
                type.filter(t -> !t.equals("classic")).ifPresent(t -> found.put(key, t));
            } else if (key.equals("durable") || key.equals("auto_delete")) {
                told.put(key, current.contains("true"));
            } else {
                Optional<Object> value = value(current);
                if (value.isEmpty() || found.put(key, value.get()) != null) {
                    break;
                }
                arguments.put(key, value.get());
            }
        }
        return new QueueFacts(name, type, found, told);
    }

    private Optional<Matcher> difference(Map<String, Object> arguments, Map<String, Object> told)
            throws FaultException, InterruptedException {
        boolean durable = !Boolean.FALSE.equals(told.get("durable"));
        boolean autoDelete = Boolean.TRUE.equals(told.get("auto_delete"));
        try {
            link.ask("queue " + name, channel -> channel.queueDeclare(name, durable, false, autoDelete, arguments));
            return Optional.empty();
        } catch (FaultException e) {
            return switch (e.kind()) {
                case REJECTED -> Optional.of(DIFFERS.matcher(e.fault().message().replaceFirst("\\.$", "")))
                        .filter(Matcher::find);
                case NOT_AUTHORISED, LOCKED -> Optional.empty();
                default -> throw e;
            };
        }
    }

    private static Optional<Object> value(String current) {
        Matcher value = VALUE.matcher(current);
        if (!value.matches()) {
            return Optional.empty();
        }
        String text = value.group(1);
        return switch (value.group(2)) {
            case null -> Optional.of(text);
            case "longstr" -> Optional.of(text);
            case "long", "signedint", "unsignedint" -> Optional.of(Long.parseLong(text));
            case "bool" -> Optional.of(Boolean.parseBoolean(text));
            default -> Optional.empty();
        };
    }
}
