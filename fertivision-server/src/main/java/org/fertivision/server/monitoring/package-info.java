/** What is told to Cloud Monitoring. */
@NullMarked
package org.fertivision.server.monitoring;

import org.jspecify.annotations.NullMarked;
