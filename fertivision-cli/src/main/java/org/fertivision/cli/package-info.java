/** The fertivision command. A command turns words into a request, lets the engine answer, and prints; it computes nothing of biology. */
@NullMarked
package org.fertivision.cli;

import org.jspecify.annotations.NullMarked;
