package org.bluescript.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Hands SIGINT (Ctrl-C) to a handler instead of letting it end the process.
 *
 * <p>The platform's only interface to signals, {@code sun.misc.Signal}, is supported (module jdk.unsupported) but cannot be
 * named without a compiler warning; hence the reflection. Where it does not exist, Ctrl-C ends the process as ever.
 */
final class InterruptSignal {
    private InterruptSignal() {}

    /** From now on {@code handler} runs, on a thread of its own, at each SIGINT; the last handler wins. */
    static void handle(Runnable handler) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> signalHandler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(signalHandler.getClassLoader(), new Class<?>[] {signalHandler},
                    (self, method, arguments) -> switch (method.getName()) {
                        case "handle" -> {
                            handler.run();
                            yield null;
                        }
                        case "hashCode" -> System.identityHashCode(self);
                        case "equals" -> self == arguments[0];
                        default -> "interrupt handler";
                    });
            signal.getMethod("handle", signal, signalHandler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
        } catch (ClassNotFoundException | NoSuchMethodException | InstantiationException | IllegalAccessException
                | InvocationTargetException e) {
            // Not this platform, or the JVM was told to keep its hands off signals (-Xrs).
        }
    }
}
