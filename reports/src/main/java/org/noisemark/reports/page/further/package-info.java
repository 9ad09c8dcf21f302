/** The section of boards beside the leaderboard, each a table and a CSV file beside the page. */
package org.noisemark.reports.page.further;
