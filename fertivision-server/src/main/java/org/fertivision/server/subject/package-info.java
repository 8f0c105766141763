/** Persons of whom specimens come, under pseudonyms. */
@NullMarked
package org.fertivision.server.subject;

import org.jspecify.annotations.NullMarked;
