/** What a folder of files holds, for catalogues of data: Data Package and Croissant. */
package org.noisemark.reports.catalogue;
