/** Persons who sign in at the page, their passwords and their sessions. */
@NullMarked
package org.fertivision.server.session;

import org.jspecify.annotations.NullMarked;
