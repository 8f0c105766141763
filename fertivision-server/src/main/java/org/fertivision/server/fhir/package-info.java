/** The report in the words of HL7 FHIR R4. */
@NullMarked
package org.fertivision.server.fhir;

import org.jspecify.annotations.NullMarked;
