/** How Google's JSON APIs are asked: with the token of the service account, again after a pause, and read as plain values. */
@NullMarked
package org.fertivision.server.google;

import org.jspecify.annotations.NullMarked;
