package org.fertivision.catalog;

/**
 * A plug-in that was found but not taken, and why.
 *
 * @param plugin its id or class, as far as known
 * @param reason one sentence
 */
public record PluginProblem(String plugin, String reason) {}
