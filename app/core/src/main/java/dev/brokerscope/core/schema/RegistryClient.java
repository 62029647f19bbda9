package dev.brokerscope.core.schema;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Asks a schema registry (Confluent-compatible or Apicurio). What it answered is kept; a schema it does not know is not
/// asked for again for some seconds, and while it is down nobody waits for it twice. Each schema is asked for once, however
/// many threads want it. Any thread.
public final class RegistryClient implements SchemaSource, AutoCloseable {

    static final Duration KEEP_FAULT = Duration.ofSeconds(10);
    private static final int MOST_SCHEMAS = 1_000;
    /// Faults that the next schema would meet as well.
    private static final Set<FaultKind> FOR_ALL = EnumSet.of(FaultKind.UNREACHABLE, FaultKind.TIMEOUT, FaultKind.TLS,
            FaultKind.AUTHENTICATION, FaultKind.THROTTLED);

    private final RegistryHttp http;
    private final RegistryProbe probe;
    private final LongSupplier nanos;
    private final Map<SchemaId, RegisteredSchema> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SchemaId, RegisteredSchema> eldest) {
            return size() > MOST_SCHEMAS;
        }
    };
    private final Map<SchemaId, Refusal> unknown = new ConcurrentHashMap<>();
    private final Map<SchemaId, ReentrantLock> flights = new ConcurrentHashMap<>();
    private volatile Optional<Refusal> down = Optional.empty();
    private volatile Optional<RegistryApi> api = Optional.empty();

    private record Refusal(Fault fault, long until) {}

    public RegistryClient(RegistrySettings settings, Secrets secrets) {
        this(settings, secrets, System::nanoTime);
    }

    RegistryClient(RegistrySettings settings, Secrets secrets, LongSupplier nanos) {
        http = new RegistryHttp(settings, secrets);
        probe = new RegistryProbe(http, settings);
        this.nanos = nanos;
    }

    @Override
    public RegisteredSchema find(SchemaId id) throws FaultException, InterruptedException {
        Optional<RegisteredSchema> cached = cached(id);
        if (cached.isPresent()) {
            return cached.get();
        }
        ReentrantLock flight = flights.computeIfAbsent(id, _ -> new ReentrantLock());
        flight.lockInterruptibly();
        try {
            Optional<RegisteredSchema> meanwhile = cached(id);
            return meanwhile.isPresent() ? meanwhile.get() : fetch(id);
        } finally {
            flight.unlock();
            flights.remove(id, flight);
        }
    }

    private Optional<RegisteredSchema> cached(SchemaId id) throws FaultException {
        synchronized (known) {
            RegisteredSchema schema = known.get(id);
            if (schema != null) {
                return Optional.of(schema);
            }
        }
        refuse(Optional.ofNullable(unknown.get(id)));
        refuse(down);
        return Optional.empty();
    }

    private void refuse(Optional<Refusal> refusal) throws FaultException {
        if (refusal.isPresent() && refusal.get().until() - nanos.getAsLong() > 0) {
            throw new FaultException(refusal.get().fault());
        }
    }

    private RegisteredSchema fetch(SchemaId id) throws FaultException, InterruptedException {
        try {
            RegisteredSchema schema = api().fetch(id);
            synchronized (known) {
                known.put(id, schema);
            }
            unknown.remove(id);
            return schema;
        } catch (FaultException e) {
            remember(id, e);
            throw e;
        }
    }

    private void remember(SchemaId id, FaultException e) {
        Refusal refusal = new Refusal(e.fault(), nanos.getAsLong() + KEEP_FAULT.toNanos());
        if (FOR_ALL.contains(e.kind())) {
            down = Optional.of(refusal);
        } else {
            unknown.values().removeIf(r -> r.until() - nanos.getAsLong() <= 0);
            unknown.put(id, refusal);
        }
    }

    private RegistryApi api() throws FaultException, InterruptedException {
        Optional<RegistryApi> found = api;
        if (found.isEmpty()) {
            found = Optional.of(probe.find());
            api = found;
        }
        return found.get();
    }

    /// Whether the registry answers and lets us in, asked anew.
    ///
    /// @return what it is, for people: `Confluent-compatible, 12 subjects`
    public String test() throws FaultException, InterruptedException {
        String words = api().describe();
        forgetFaults();
        return words;
    }

    /// Asks again at once for what failed before: *Retry*.
    public void forgetFaults() {
        unknown.clear();
        down = Optional.empty();
    }

    @Override
    public void close() {
        http.close();
    }
}
