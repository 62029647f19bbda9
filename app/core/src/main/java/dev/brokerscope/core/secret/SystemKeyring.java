package dev.brokerscope.core.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keyring of the desktop: Secret Service, Keychain, Credential Manager. A locked one may wait for its owner for
/// ever, so that every call has a bound.
public final class SystemKeyring implements Keyrings {

    private static final Logger LOG = LoggerFactory.getLogger(SystemKeyring.class);
    private static final String SERVICE = "brokerscope";
    private static final Duration START = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Optional<Keyring> keyring = Optional.empty();
    private boolean tried;

    @Override
    public synchronized boolean available() {
        if (!tried) {
            tried = true;
            try {
                keyring = Optional.of(bounded(START, Keyring::create));
            } catch (ExecutionException | TimeoutException none) {
                LOG.info("No keyring: {}", String.valueOf(none.getCause() == null ? none : none.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                tried = false;
            }
        }
        return keyring.isPresent();
    }

    @Override
    public Optional<char[]> find(String name) throws FaultException {
        Optional<Keyring> ring = ring();
        if (ring.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(bounded(PATIENCE, () -> ring.get().getPassword(SERVICE, name)).toCharArray());
        } catch (ExecutionException e) {
            LOG.debug("The keyring has no {}", name);
            return Optional.empty();
        } catch (TimeoutException | InterruptedException e) {
            throw silent(e);
        }
    }

    @Override
    public void put(String name, char[] secret) throws FaultException {
        Keyring ring = ring().orElseThrow(() -> new FaultException(FaultKind.UNSUPPORTED, "secret.no-keyring",
                "This system has no keyring.", "Refer to the secret as @env:NAME or @file:PATH."));
        String value = new String(secret);
        try {
            bounded(PATIENCE, () -> {
                ring.setPassword(SERVICE, name, value);
                return true;
            });
        } catch (ExecutionException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "secret.keyring",
                    "The keyring of the system did not take the secret.",
                    "Unlock the keyring, or refer to the secret as @env:NAME or @file:PATH.", e);
        } catch (TimeoutException | InterruptedException e) {
            throw silent(e);
        }
    }

    @Override
    public void remove(String name) throws FaultException {
        Optional<Keyring> ring = ring();
        if (ring.isPresent()) {
            try {
                bounded(PATIENCE, () -> {
                    ring.get().deletePassword(SERVICE, name);
                    return true;
                });
            } catch (ExecutionException e) {
                LOG.debug("The keyring has no {}", name);
            } catch (TimeoutException | InterruptedException e) {
                throw silent(e);
            }
        }
    }

    @Override
    public String place() {
        return "the keyring of the system";
    }

    private synchronized Optional<Keyring> ring() {
        return available() ? keyring : Optional.empty();
    }

    private static FaultException silent(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new FaultException(FaultKind.CANCELLED, "secret.cancelled", "Asking the keyring was cancelled.", "");
        }
        return new FaultException(FaultKind.TIMEOUT, "secret.keyring-silent",
                "The keyring of the system did not answer within " + PATIENCE.toSeconds() + " s.",
                "Unlock it, or refer to the secret as @env:NAME or @file:PATH.");
    }

    private static <T> T bounded(Duration most, Callable<T> body)
            throws ExecutionException, TimeoutException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(body);
        Thread.ofPlatform().daemon().name("keyring").start(task);
        try {
            return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            task.cancel(true);
        }
    }
}
