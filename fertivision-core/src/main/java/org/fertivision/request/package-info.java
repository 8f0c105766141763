/** What is asked: the fields of one specimen, how they are to be looked at, and within which limits. */
@NullMarked
package org.fertivision.request;

import org.jspecify.annotations.NullMarked;
