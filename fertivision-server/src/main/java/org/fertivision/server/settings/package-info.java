/** What an operator can set. */
@NullMarked
package org.fertivision.server.settings;

import org.jspecify.annotations.NullMarked;
