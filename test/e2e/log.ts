/** An entry of n8n's log in its JSON format. */
export interface LogEntry {
	level: string;
	message: string;
}

/** What n8n says of its surroundings, whatever packages it has. */
const ownNotices = [
	/Python task runner/,
	/deprecat(ed|ion)/,
	/^Migrations in progress/,
	/^Postgres \d+ is not supported/,
];

/** Warnings, errors and unformatted output in a log of JSON lines, without n8n's own notices. */
export function complaints(log: string): LogEntry[] {
	const entries = log
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line): LogEntry => {
			try {
				return JSON.parse(line) as LogEntry;
			} catch {
				return { level: 'unformatted', message: line };
			}
		});
	return entries.filter(
		({ level, message }) =>
			!['debug', 'info'].includes(level) && !ownNotices.some((notice) => notice.test(message)),
	);
}
