/** What is kept so that only this server reads it: data keys, and what is sealed under them. */
@NullMarked
package org.fertivision.server.seal;

import org.jspecify.annotations.NullMarked;
