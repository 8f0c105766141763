package org.fertivision.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Whether a document is as a schema says: the words of JSON Schema that the description uses. Stricter than JSON Schema in
 * one thing: a member that a schema with properties does not name is a misfit.
 *
 * @param at what stands at a reference
 */
record SchemaFit(Function<String, Object> at) {
    /** What does not fit, with its place; empty where all does. */
    List<String> misfits(Object value, String ref) {
        List<String> misfits = new ArrayList<>();
        check("", value, resolved(at.apply(ref)), misfits);
        return misfits;
    }

    /** A schema with its references, and those of its parts, merged into it. */
    private Map<String, Object> resolved(Object schema) {
        Map<String, Object> own = new LinkedHashMap<>();
        Map<?, ?> told = (Map<?, ?>) schema;
        told.forEach((name, member) -> own.put(String.valueOf(name), member));
        List<Object> others = new ArrayList<>();
        if (own.remove("$ref") instanceof String ref) {
            others.add(at.apply(ref));
        }
        if (own.remove("allOf") instanceof List<?> parts) {
            others.addAll(parts);
        }
        for (Object other : others) {
            resolved(other).forEach((name, member) -> own.merge(name, member, SchemaFit::together));
        }
        return own;
    }

    private static Object together(Object one, Object other) {
        if (one instanceof Map<?, ?> first && other instanceof Map<?, ?> second) {
            Map<Object, Object> all = new LinkedHashMap<>(first);
            all.putAll(second);
            return all;
        }
        if (one instanceof List<?> first && other instanceof List<?> second) {
            List<Object> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }
        return one;
    }

    private void check(String place, Object value, Map<String, Object> schema, List<String> misfits) {
        Object type = schema.get("type");
        List<?> types = type == null ? List.of() : type instanceof List<?> several ? several : List.of(type);
        if (!types.isEmpty() && types.stream().noneMatch(one -> isA(value, String.valueOf(one)))) {
            misfits.add(place + " is no " + types + ": " + value);
            return;
        }
        if (schema.containsKey("const") && !schema.get("const").equals(value)
                || schema.get("enum") instanceof List<?> words && !words.contains(value)) {
            misfits.add(place + " may not be " + value);
        }
        if (schema.get("pattern") instanceof String pattern
                && !Pattern.compile(pattern).matcher(String.valueOf(value)).find()) {
            misfits.add(place + " does not match " + pattern);
        }
        if (value instanceof Map<?, ?> object) {
            members(place, object, schema, misfits);
        }
        if (value instanceof List<?> list && schema.containsKey("items")) {
            for (int i = 0; i < list.size(); i++) {
                check(place + "/" + i, list.get(i), resolved(schema.get("items")), misfits);
            }
        }
    }

    private void members(String place, Map<?, ?> object, Map<String, Object> schema, List<String> misfits) {
        for (Object name : (List<?>) schema.getOrDefault("required", List.of())) {
            if (!object.containsKey(name)) {
                misfits.add(place + " has no " + name);
            }
        }
        if (!(schema.get("properties") instanceof Map<?, ?> properties)) {
            return;
        }
        object.forEach((name, member) -> {
            if (properties.containsKey(name)) {
                check(place + "/" + name, member, resolved(properties.get(name)), misfits);
            } else {
                misfits.add(place + " has a member that is not described: " + name);
            }
        });
    }

    private static boolean isA(Object value, String type) {
        return switch (type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "number" -> value instanceof Number;
            default -> false;
        };
    }
}
