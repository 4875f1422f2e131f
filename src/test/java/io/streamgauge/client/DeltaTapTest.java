package io.streamgauge.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.streamgauge.delta.DeltaHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeltaTapTest {
    @Test
    void everyKindOfDeltaIsPassedOn() throws ReflectiveOperationException {
        List<String> passed = new ArrayList<>();
        DeltaHandler target = (DeltaHandler) Proxy.newProxyInstance(
                DeltaHandler.class.getClassLoader(),
                new Class<?>[] {DeltaHandler.class},
                (proxy, method, arguments) -> {
                    passed.add(method.getName());
                    return null;
                });
        DeltaTap tap = new DeltaTap(target);
        List<String> all = new ArrayList<>();
        for (Method method : DeltaHandler.class.getMethods()) {
            Object[] arguments = new Object[method.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = anyOf(method.getParameterTypes()[i]);
            }
            method.invoke(tap, arguments);
            all.add(method.getName());
        }
        assertEquals(all, passed);
    }

    private static Object anyOf(Class<?> type) throws ReflectiveOperationException {
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.getConstructor().newInstance();
    }
}
