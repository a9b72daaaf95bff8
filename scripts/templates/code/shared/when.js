// Times in the time zone of the workflow.
const when = (time) => {
	const at = DateTime.fromISO(String(time ?? ''));
	return at.isValid ? at.toFormat('MM-dd HH:mm') : '?';
};
